package org.scholion.testkit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;

/** A text field. */
public final class BotText {

    private final Text text;

    BotText(Text text) {
        this.text = text;
    }

    public void setText(String value) {
        Ui.run(() -> text.setText(value));
    }

    public String getText() {
        return Ui.get(text::getText);
    }

    public void pressEnter() {
        Ui.run(() -> Widgets.notify(text, SWT.DefaultSelection));
    }
}
