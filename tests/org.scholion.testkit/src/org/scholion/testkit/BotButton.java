package org.scholion.testkit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;

/** A button or check box. */
public final class BotButton {

    private final Button button;

    BotButton(Button button) {
        this.button = button;
    }

    public void click() {
        Ui.waitUntil(button::isEnabled, "button " + Ui.get(button::getText) + " is enabled", Ui.PATIENCE);
        Ui.run(() -> {
            if ((button.getStyle() & (SWT.CHECK | SWT.TOGGLE)) != 0) {
                button.setSelection(!button.getSelection());
            }
            Widgets.notify(button, SWT.Selection);
        });
    }

    /** Clicks; what the click opens may stay open. */
    public void clickLater() {
        Ui.later(() -> Widgets.notify(button, SWT.Selection));
    }

    public boolean isChecked() {
        return Ui.get(button::getSelection);
    }

    public boolean isEnabled() {
        return Ui.get(button::isEnabled);
    }
}
