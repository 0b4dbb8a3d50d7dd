package org.scholion.manuscript;

import java.util.List;
import org.scholion.text.TextRange;

/**
 * The text of a block as a person reads it. Lines are joined, runs of white space are one space, there is none at the ends,
 * and a {@link Placeholder} is one {@link #PLACEHOLDER}. A forced line break is a line feed.
 *
 * @param text the text
 * @param placeholders in order; exactly those places of the text that hold {@link #PLACEHOLDER}
 * @param passages stretches in another language than the block's, in order, not overlapping
 * @param map the way back to the source; covers every unit of the text
 */
public record Prose(String text, List<Placeholder> placeholders, List<Passage> passages, SourceMap map) {

    /** U+FFFC OBJECT REPLACEMENT CHARACTER. */
    public static final char PLACEHOLDER = '\uFFFC';

    /** The prose of islands. */
    public static final Prose EMPTY = new Prose("", List.of(), List.of(), SourceMap.EMPTY);

    /**
     * A stretch with its own rules.
     *
     * @param range in the prose
     * @param kind why it is set apart
     * @param language of a {@link Passage.Kind#LANGUAGE} its BCP 47 tag, else empty
     */
    public record Passage(TextRange range, Kind kind, String language) {
        /** Why a passage is set apart. */
        public enum Kind {
            /** Another language than the block's. */
            LANGUAGE,
            /** Words of somebody else: never corrected. */
            QUOTATION,
            /** Emphasised: often a term that is being introduced, or a word that is mentioned rather than used. */
            EMPHASIS,
            /** Checking is switched off here by the author. */
            UNCHECKED
        }
    }

    public Prose {
        placeholders = List.copyOf(placeholders);
        passages = List.copyOf(passages);
        if (map.length() != text.length()) {
            throw new IllegalArgumentException("a map of " + map.length() + " units for a text of " + text.length());
        }
        for (Placeholder placeholder : placeholders) {
            if (text.charAt(placeholder.offset()) != PLACEHOLDER) {
                throw new IllegalArgumentException("no placeholder at " + placeholder.offset());
            }
        }
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether the range holds a placeholder. */
    public boolean hasPlaceholder(TextRange range) {
        int found = text.indexOf(PLACEHOLDER, range.start());
        return found >= 0 && found < range.end();
    }
}
