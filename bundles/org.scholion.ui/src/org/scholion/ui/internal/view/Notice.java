package org.scholion.ui.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.scholion.ui.internal.Icon;

/** A line below the rows that says what could not be done; takes no room while there is nothing to say. */
public final class Notice {

    private static final int WIDTH = 200;

    private final Composite row;
    private final Label text;
    private String shown = "";

    public Notice(Composite parent, ResourceManager images) {
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 4).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(row);
        Label icon = new Label(row, SWT.NONE);
        icon.setImage(images.create(Icon.STATUS_PROBLEM.descriptor()));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
        text = new Label(row, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        row.setVisible(false);
    }

    public void show(String message) {
        if (shown.equals(message)) {
            return;
        }
        shown = message;
        text.setText(message.replace("&", "&&"));
        row.setVisible(!message.isEmpty());
        ((GridData) row.getLayoutData()).exclude = message.isEmpty();
        row.getParent().layout(true, true);
    }
}
