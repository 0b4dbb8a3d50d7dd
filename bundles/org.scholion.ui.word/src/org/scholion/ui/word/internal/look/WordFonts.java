package org.scholion.ui.word.internal.look;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Control;
import org.scholion.manuscript.rendition.Span.Look;

/** The fonts of one editor, made of its text font. They live as long as the control. In the thread of the user interface. */
final class WordFonts {

    private static final float RAISED_SCALE = 0.7f;

    private final Control control;
    private final LocalResourceManager resources;
    private final Map<Key, Font> fonts = new HashMap<>();
    private @Nullable Font base;

    private record Key(int style, int height) {}

    WordFonts(Control control) {
        this.control = control;
        resources = new LocalResourceManager(JFaceResources.getResources(), control);
    }

    /** The font of letters; null for that of the control. */
    @Nullable Font font(Set<Look> looks, float scale) {
        Font now = control.getFont();
        if (base != now) {
            base = now;
            fonts.clear();
        }
        int style = (looks.contains(Look.BOLD) ? SWT.BOLD : SWT.NORMAL) | (looks.contains(Look.ITALIC) ? SWT.ITALIC : SWT.NORMAL);
        boolean raised = looks.contains(Look.SUPERSCRIPT) || looks.contains(Look.SUBSCRIPT);
        int size = now.getFontData()[0].getHeight();
        int height = Math.max(1, Math.round(size * scale * (raised ? RAISED_SCALE : 1)));
        if (style == SWT.NORMAL && height == size) {
            return null;
        }
        return fonts.computeIfAbsent(
                new Key(style, height), key -> resources.create(FontDescriptor.createFrom(now).setStyle(key.style()).setHeight(key.height())));
    }

    /** By how many pixels raised letters stand higher, lowered ones lower. */
    int rise(Set<Look> looks) {
        int size = control.getFont().getFontData()[0].getHeight();
        return looks.contains(Look.SUPERSCRIPT) ? size / 2 : looks.contains(Look.SUBSCRIPT) ? -size / 4 : 0;
    }
}
