package org.scholion.assist.drafts;

import java.util.Optional;
import org.scholion.manuscript.SourceRange;

/**
 * What summary is wanted.
 *
 * @param length how long it is
 * @param section only the section with this heading, its subsections with it; case does not matter
 * @param range only the sentences that touch this place; empty for all
 */
public record SummaryRequest(Length length, Optional<String> section, Optional<SourceRange> range) {

    /** How long a summary is. */
    public enum Length {
        /** One sentence. */
        LINE(1, 45),
        /** A few sentences that can be read one after the other. */
        PARAGRAPH(6, 110),
        /** Points that stand for themselves. */
        BULLETS(5, 150);

        private final int sentences;
        private final int words;

        Length(int sentences, int words) {
            this.sentences = sentences;
            this.words = words;
        }

        /** How many at most. */
        public int sentences() {
            return sentences;
        }

        /** How many at most in all of them. */
        public int words() {
            return words;
        }
    }

    /** Of the whole paper. */
    public static SummaryRequest of(Length length) {
        return new SummaryRequest(length, Optional.empty(), Optional.empty());
    }
}
