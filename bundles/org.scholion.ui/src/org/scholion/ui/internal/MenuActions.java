package org.scholion.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;

/** Actions of menus and toolbars. In the thread of the user interface. */
public final class MenuActions {

    private MenuActions() {}

    /** An action with a label, which is its description as well. */
    public static Action of(String label, @Nullable ImageDescriptor image, Runnable run) {
        Action action = new Action(label, image) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(label);
        action.setDescription(label);
        return action;
    }

    /** Puts a text on the clipboard; an empty one leaves it as it is. */
    public static void copy(String text, Control control) {
        if (!text.isEmpty() && !control.isDisposed()) {
            Clipboard clipboard = new Clipboard(control.getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }
}
