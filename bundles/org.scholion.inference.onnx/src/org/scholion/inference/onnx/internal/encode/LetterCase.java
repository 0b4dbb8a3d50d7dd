package org.scholion.inference.onnx.internal.encode;

/** How a token is written. The order is that of the segments of the models that read it ({@code models/grammar-tagger}). */
enum LetterCase {
    /** Without capitals, or without letters. */
    PLAIN,
    /** Its first letter is its only capital, and not all there is of it. */
    INITIAL,
    /** With other capitals. */
    CAPITALS;

    static LetterCase of(String text) {
        if (text.chars().noneMatch(Character::isUpperCase)) {
            return PLAIN;
        }
        boolean initial = text.length() > 1
                && Character.isUpperCase(text.charAt(0))
                && text.chars().skip(1).noneMatch(Character::isUpperCase);
        return initial ? INITIAL : CAPITALS;
    }

    /** The number that the model has for it. */
    long segment() {
        return ordinal();
    }
}
