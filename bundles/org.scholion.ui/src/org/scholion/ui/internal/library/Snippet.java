package org.scholion.ui.internal.library;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.text.TextRange;

/**
 * A text with words that are marked.
 *
 * @param text without marks
 * @param marked in the text, in its order
 */
@NonNullByDefault
record Snippet(String text, List<TextRange> marked) {

    Snippet {
        marked = List.copyOf(marked);
    }

    /** @param source with each marked word between {@code «} and {@code »}; a mark without its partner is text */
    static Snippet of(String source) {
        StringBuilder text = new StringBuilder();
        List<TextRange> marked = new ArrayList<>();
        int place = 0;
        while (place < source.length()) {
            int end = source.charAt(place) == '\u00ab' ? source.indexOf('\u00bb', place) : -1;
            if (end < 0) {
                text.append(source.charAt(place));
                place++;
            } else {
                marked.add(TextRange.ofLength(text.length(), end - place - 1));
                text.append(source, place + 1, end);
                place = end + 1;
            }
        }
        return new Snippet(text.toString(), marked);
    }
}
