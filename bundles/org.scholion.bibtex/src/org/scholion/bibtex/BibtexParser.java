package org.scholion.bibtex;

import org.scholion.bibtex.internal.Parser;

/** Reads BibTeX and BibLaTeX files. */
public final class BibtexParser {

    private BibtexParser() {}

    /**
     * Reads a whole file in time linear to its length. Never throws: what is broken is among the problems, and reading goes on at
     * the next {@code @} at the beginning of a line.
     *
     * <p>As in Biber, {@code %} outside a value comments out the rest of its line, and {@code @comment{…}} its group.
     *
     * @param text decoded, without a byte order mark; line ends as they are
     */
    public static BibtexFile parse(String text) {
        return new Parser(text).parse();
    }
}
