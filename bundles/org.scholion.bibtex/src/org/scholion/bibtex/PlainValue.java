package org.scholion.bibtex;

import org.scholion.bibtex.internal.LatexToPlain;

/** The text that the LaTeX of a value prints. */
public final class PlainValue {

    private PlainValue() {}

    /**
     * Accents and letters of commands become Unicode, dashes and quotes are set, braces and formatting commands fall away, white
     * space is one space, mathematics stays as readable as text can be. Never throws.
     */
    public static String of(String latex) {
        return new LatexToPlain(latex).convert();
    }
}
