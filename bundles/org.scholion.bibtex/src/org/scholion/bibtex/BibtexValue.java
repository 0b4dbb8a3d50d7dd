package org.scholion.bibtex;

/**
 * A value that is to be written.
 *
 * @param text LaTeX without outer delimiters, or what is to stand behind the equals sign
 * @param asWritten whether {@code text} stands there as it is: a macro, a number, pieces joined by {@code #}, with their delimiters
 */
public record BibtexValue(String text, boolean asWritten) {

    /** LaTeX that gets the delimiters that the file uses. */
    public static BibtexValue latex(String latex) {
        return new BibtexValue(latex, false);
    }

    /** A whole value, such as {@code jan} or <code>"Proc. of " # acm</code>. */
    public static BibtexValue asWritten(String value) {
        return new BibtexValue(value, true);
    }
}
