package org.scholion.ui.internal.draft;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;

/** One line that is cut at its end where there is no room. */
final class OriginLabel extends CLabel {

    private static final String MORE = "\u2026";

    OriginLabel(Composite parent) {
        super(parent, SWT.LEFT);
        setMargins(0, 0, 0, 0);
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
    }

    @Override
    protected String shortenText(GC gc, String text, int width) {
        int fits = 0;
        int tooMuch = text.length() + 1;
        while (tooMuch - fits > 1) {
            int half = (fits + tooMuch) / 2;
            if (gc.textExtent(text.substring(0, half) + MORE).x <= width) {
                fits = half;
            } else {
                tooMuch = half;
            }
        }
        return text.substring(0, fits) + MORE;
    }
}
