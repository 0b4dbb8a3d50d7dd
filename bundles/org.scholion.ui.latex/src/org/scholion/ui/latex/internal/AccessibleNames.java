package org.scholion.ui.latex.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Names for controls that show no label of their own. */
public final class AccessibleNames {

    /** Under which a control keeps its name, since its listeners cannot be asked. */
    public static final String NAME = "org.scholion.ui.accessibleName";

    private AccessibleNames() {}

    /** Gives a control the name that a screen reader says. */
    public static void give(@Nullable Control control, String name) {
        if (control == null) {
            return;
        }
        control.setData(NAME, name);
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = event.childID == ACC.CHILDID_SELF ? name : event.result;
            }
        });
    }
}
