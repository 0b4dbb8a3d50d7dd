package org.scholion.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Boxes to tick in views. */
public final class CheckBox {

    /** Under which a control says that style sheets leave it as it is. */
    private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

    private CheckBox() {}

    /** A box whose tick shows: the light style sheet gives boxes in views its own ground, on which a white tick is not to be seen. */
    public static Button in(Composite parent) {
        Button box = new Button(parent, SWT.CHECK);
        box.setData(UNSTYLED, Boolean.TRUE);
        return box;
    }
}
