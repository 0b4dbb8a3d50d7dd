package org.scholion.ui.internal.draft;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** How long the text is, what made it, and the buttons that put it somewhere. */
final class UseBar {

    private final Composite bar;
    private final Label state;
    private final Button replaceAbstract;
    private final Button replaceSelection;
    private final Button insert;
    private final Button copy;

    /** Where a text can be put. */
    enum Place {
        ABSTRACT,
        SELECTION,
        CARET,
        CLIPBOARD
    }

    /** Hears where the text is to be put. */
    @FunctionalInterface
    interface UseListener {
        void use(Place place);
    }

    UseBar(Composite parent, UseListener listener) {
        bar = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.center = true;
        layout.marginLeft = 4;
        layout.spacing = 6;
        bar.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(bar);
        replaceAbstract = button(Messages.use_abstract, Place.ABSTRACT, listener);
        replaceSelection = button(Messages.use_selection, Place.SELECTION, listener);
        insert = button(Messages.use_caret, Place.CARET, listener);
        copy = button(Messages.use_copy, Place.CLIPBOARD, listener);
        state = new Label(bar, SWT.NONE);
    }

    private Button button(String label, Place place, UseListener listener) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.setLayoutData(new RowData());
        button.addListener(SWT.Selection, event -> listener.use(place));
        return button;
    }

    /** Says how things are. */
    void say(String text) {
        String shown = text.replace("&", "&&");
        if (!state.getText().equals(shown)) {
            state.setText(shown);
            layout();
        }
    }

    /** Offers what is possible; the abstract of the paper only where it has one. */
    void offer(boolean anyText, boolean editor, boolean selection, boolean ownAbstract) {
        copy.setEnabled(anyText);
        insert.setEnabled(anyText && editor);
        replaceSelection.setEnabled(anyText && editor && selection);
        replaceAbstract.setEnabled(anyText && ownAbstract);
        RowData data = (RowData) replaceAbstract.getLayoutData();
        if (data.exclude == ownAbstract) {
            replaceAbstract.setVisible(ownAbstract);
            data.exclude = !ownAbstract;
            layout();
        }
    }

    private void layout() {
        bar.layout(true);
        bar.getParent().layout(true);
    }
}
