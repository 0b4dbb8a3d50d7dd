package org.scholion.bibtex;

import java.util.List;
import org.scholion.text.TextRange;

/**
 * A field of an entry.
 *
 * @param name in lower case
 * @param nameRange of the name
 * @param valueRange the whole value with its delimiters and {@code #}
 * @param parts the pieces that {@code #} joins, at least one in a field that could be read
 * @param value the LaTeX that the parts make: without outer delimiters, macros replaced by what they stand for
 */
public record BibtexField(String name, TextRange nameRange, TextRange valueRange, List<Part> parts, String value) {

    public BibtexField {
        parts = List.copyOf(parts);
    }

    /** The name, the equals sign and the value. */
    public TextRange range() {
        return nameRange.hull(valueRange);
    }

    /**
     * A piece of a value.
     *
     * @param kind how it is written
     * @param range with its delimiters
     */
    public record Part(Kind kind, TextRange range) {

        /** How a piece of a value is written. */
        public enum Kind {
            BRACED,
            QUOTED,
            NUMBER,
            /** The name of a {@code @string} or a month. */
            MACRO
        }

        /** The range without its delimiters. */
        public TextRange content() {
            return switch (kind) {
                case BRACED, QUOTED -> new TextRange(range.start() + 1, range.end() - 1);
                case NUMBER, MACRO -> range;
            };
        }
    }
}
