package org.scholion.ui.word.internal.document;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.scholion.ui.word.internal.Messages;

/** Asks for the password of a document, which does not show while it is typed. */
final class PasswordDialog extends InputDialog {

    private PasswordDialog(@Nullable Shell parent, String question) {
        // an empty message only keeps from going on
        super(parent, Messages.password_title, question, "", typed -> typed.isEmpty() ? "" : null);
    }

    @Override
    protected int getInputTextStyle() {
        return super.getInputTextStyle() | SWT.PASSWORD;
    }

    /**
     * Waits for the author. Called from any thread.
     *
     * @param refused whether the last password was wrong
     * @return empty when the author gives none
     */
    static Optional<String> ask(Path file, boolean refused) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        String question = NLS.bind(refused ? Messages.password_again : Messages.password_question, file.getFileName());
        return display.syncCall(() -> {
            PasswordDialog dialog = new PasswordDialog(display.getActiveShell(), question);
            return dialog.open() == Window.OK ? Optional.of(String.valueOf(dialog.getValue())) : Optional.empty();
        });
    }
}
