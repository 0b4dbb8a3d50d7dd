package org.scholion.ui.latex.internal.bib.dialog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.scholion.bibtex.BibtexFormat.Order;
import org.scholion.ui.latex.internal.Messages;

/** Asks by what entries are sorted. */
final class SortDialog extends Dialog {

    private static final int WIDTH = 420;

    private Order order = Order.KEY;

    SortDialog(Shell parent) {
        super(parent);
    }

    /** What was chosen. */
    Order order() {
        return order;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.bib_sortTitle);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Map<Order, String> labels = new LinkedHashMap<>();
        labels.put(Order.KEY, Messages.bib_sortByKey);
        labels.put(Order.AUTHOR, Messages.bib_sortByAuthor);
        labels.put(Order.YEAR, Messages.bib_sortByYear);
        labels.forEach((value, label) -> {
            Button button = new Button(area, SWT.RADIO);
            button.setText(label);
            button.setSelection(value == order);
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    order = value;
                }
            });
        });
        Label note = new Label(area, SWT.WRAP);
        note.setText(Messages.bib_sortNote);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).indent(0, 8).applyTo(note);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.bib_sortButton, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }
}
