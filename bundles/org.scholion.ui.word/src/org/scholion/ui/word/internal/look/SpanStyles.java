package org.scholion.ui.word.internal.look;

import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.RenderedLine.Story;
import org.scholion.manuscript.rendition.Span;
import org.scholion.manuscript.rendition.Span.Look;
import org.scholion.text.TextRange;

/** How spans are drawn. In the thread of the user interface. */
final class SpanStyles {

    private static final float NOTE_SCALE = 0.9f;

    private final WordFonts fonts;
    private final Things things;

    SpanStyles(WordFonts fonts, Things things) {
        this.fonts = fonts;
        this.things = things;
    }

    /** @param place of the span, in the text */
    StyleRange of(RenderedLine line, Span span, TextRange place) {
        StyleRange style = new StyleRange();
        style.start = place.start();
        style.length = place.length();
        Set<Look> looks = span.looks();
        style.font = fonts.font(looks, scale(line, span));
        style.rise = fonts.rise(looks);
        style.underline = looks.contains(Look.UNDERLINE) || looks.contains(Look.LINK);
        style.strikeout = looks.contains(Look.STRIKE_OUT);
        if (looks.contains(Look.DELETED)) {
            style.strikeout = true;
            style.foreground = WordColours.DELETED.get();
        } else if (span.change().isPresent()) {
            style.underline = true;
            style.underlineStyle = SWT.UNDERLINE_SINGLE;
            style.foreground = WordColours.INSERTED.get();
        } else if (looks.contains(Look.MARK)) {
            style.foreground = WordColours.MARK.get();
        } else if (looks.contains(Look.HIDDEN)) {
            style.foreground = WordColours.HIDDEN.get();
        } else if (looks.contains(Look.LINK)) {
            style.foreground = WordColours.LINK.get();
        }
        span.thing().ifPresent(thing -> show(style, thing));
        return style;
    }

    /** Makes room for a thing in the place of its letter. */
    void show(StyleRange style, Span.Thing thing) {
        style.metrics = things.metrics(thing, style.font);
    }

    private static float scale(RenderedLine line, Span span) {
        return line.story() == Story.BODY || line.story() == Story.TEXT_BOX ? span.scale() : span.scale() * NOTE_SCALE;
    }
}
