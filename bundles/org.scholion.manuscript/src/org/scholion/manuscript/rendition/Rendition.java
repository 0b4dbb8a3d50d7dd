package org.scholion.manuscript.rendition;

import java.util.List;
import org.scholion.manuscript.Manuscript;

/**
 * A document as one text: each paragraph is a line, in the order of reading.
 *
 * @param manuscript the document as it was read; its ranges are places of the document, not of {@code text}
 * @param text the lines with {@link #LINE_END} between them; it stands nowhere else in the text
 * @param lines in order; without gaps but for the line ends
 */
public record Rendition(Manuscript manuscript, String text, List<RenderedLine> lines) {

    /** Separates lines. */
    public static final char LINE_END = '\n';

    /** Stands for a line break inside a paragraph: U+2028 LINE SEPARATOR, one unit as the break in the paragraph's own text. */
    public static final char LINE_BREAK = '\u2028';

    public Rendition {
        lines = List.copyOf(lines);
        int end = lines.isEmpty() ? 0 : lines.getLast().range().end();
        if (end != text.length()) {
            throw new IllegalArgumentException("lines up to " + end + " of a text of " + text.length());
        }
    }
}
