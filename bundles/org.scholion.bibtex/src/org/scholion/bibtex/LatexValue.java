package org.scholion.bibtex;

import org.scholion.bibtex.internal.PlainToLatex;
import org.scholion.bibtex.internal.TitleCase;

/** The LaTeX that prints a text: the way back from {@link PlainValue}. */
public final class LatexValue {

    /** How letters outside ASCII are written. Signs that no command is known for stand as they are in all of them. */
    public enum Accents {
        /** As they are: {@code é}. */
        UNICODE,
        /** <code>{\'e}</code> */
        GROUPED,
        /** <code>\'{e}</code> */
        BRACED,
        /** <code>{\'{e}}</code> */
        NESTED
    }

    /** How the capitals of a title are kept from styles that print titles in lower case. */
    public enum Protection {
        NONE,
        /** Words with capitals behind their first letter stand in braces: <code>{DNA}</code>. */
        ACRONYMS,
        /** The whole title stands in a second pair of braces. */
        WHOLE
    }

    private LatexValue() {}

    /**
     * Escapes what LaTeX would take for a command and writes accents and quotation marks. Braces balance in the result. It prints the
     * text, so that {@link PlainValue#of} gives it back, with single spaces and with {@code '} for {@code ’}.
     */
    public static String of(String plain, Accents accents) {
        return new PlainToLatex(accents).convert(plain);
    }

    /** A title, its capitals protected in the given way; a title all in capitals has none to protect. */
    public static String title(String plain, Accents accents, Protection protection) {
        return TitleCase.protect(plain, accents, protection);
    }

    /**
     * A value that takes the place of another: words that stay are written as they were, with their braces and commands.
     *
     * @param plain the text of the new value
     * @param before the LaTeX of the old value
     */
    public static String like(String plain, String before, Accents accents) {
        return TitleCase.like(plain, before, accents);
    }
}
