package org.scholion.ui.internal;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Names for controls that show no label of their own. */
public final class Accessibles {

    /** Under which a control keeps its name, since its listeners cannot be asked. */
    public static final String NAME = "org.scholion.ui.accessibleName";

    private Accessibles() {}

    /** Gives a control the name that a screen reader says. */
    public static void name(Control control, String name) {
        control.setData(NAME, name);
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
    }
}
