package org.scholion.manuscript.latex.internal.read;

/**
 * What a group of TeX restores at its end.
 *
 * @param language BCP 47, or empty for the paper's main language
 * @param emphasis whether words are emphasised
 * @param quotation whether words are somebody else's
 * @param unchecked whether the author switched checking off
 */
record Scope(String language, boolean emphasis, boolean quotation, boolean unchecked) {

    static final Scope START = new Scope("", false, false, false);

    Scope withLanguage(String value) {
        return new Scope(value, emphasis, quotation, unchecked);
    }

    Scope withEmphasis(boolean value) {
        return new Scope(language, value, quotation, unchecked);
    }

    Scope withQuotation() {
        return new Scope(language, emphasis, true, unchecked);
    }

    Scope withUnchecked(boolean value) {
        return new Scope(language, emphasis, quotation, value);
    }
}
