package org.scholion.bibtex;

import org.scholion.text.TextRange;

/**
 * Something that could not be read as meant, or that BibTeX will not accept.
 *
 * @param kind what is wrong
 * @param range the place
 * @param line the 1-based line of it
 * @param message one sentence for the author, in his language
 */
public record BibtexProblem(Kind kind, TextRange range, int line, String message) {

    /** What is wrong. */
    public enum Kind {
        /** The entry ends before its closing delimiter. */
        CUT_SHORT,
        /** A value's braces or quotes are not closed. */
        UNBALANCED,
        MISSING_COMMA,
        MISSING_KEY,
        /** A field without a name, equals sign or value. */
        BAD_FIELD,
        /** Fields stand behind the end of their entry. */
        CLOSED_EARLY,
        /** A macro that no {@code @string} defines. */
        UNKNOWN_MACRO
    }
}
