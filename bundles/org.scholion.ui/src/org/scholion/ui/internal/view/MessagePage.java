package org.scholion.ui.internal.view;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** What a view says when there is nothing to list: what is the matter, and what to do. */
public final class MessagePage {

    private static final int MARGIN = 16;
    private static final int WIDTH = 320;

    private final Composite page;
    private final Label text;
    private final Link action;
    private Optional<Runnable> onAction = Optional.empty();
    private String shown = "";

    public MessagePage(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(5, 8).applyTo(page);
        text = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        action = new Link(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(action);
        action.addListener(SWT.Selection, event -> onAction.ifPresent(Runnable::run));
    }

    public Composite control() {
        return page;
    }

    /** @param label of the link; empty for none */
    public void show(String message, String label, Runnable onClick) {
        String link = label.isEmpty() ? "" : "<a>" + label + "</a>";
        onAction = Optional.of(onClick);
        if (!shown.equals(message + link)) {
            shown = message + link;
            text.setText(message.replace("&", "&&"));
            action.setText(link);
            action.setVisible(!link.isEmpty());
            page.layout(true);
        }
    }
}
