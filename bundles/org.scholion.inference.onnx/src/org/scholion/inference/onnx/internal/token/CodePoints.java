package org.scholion.inference.onnx.internal.token;

/** Positions in code points, as the native tokenizers count, turned into positions in UTF-16 units. */
final class CodePoints {

    private static final char REPLACEMENT = '\uFFFD';

    private final String text;
    private final boolean plain;
    private int codePoint;
    private int unit;

    CodePoints(String text) {
        this.text = text;
        boolean pairs = false;
        for (int i = 0; i < text.length() && !pairs; i++) {
            pairs = Character.isSurrogate(text.charAt(i));
        }
        plain = !pairs;
    }

    /** The place of a code point; fast when asked in about ascending order. */
    int unit(int wanted) {
        if (plain) {
            return Math.min(wanted, text.length());
        }
        while (codePoint < wanted && unit < text.length()) {
            unit += Character.charCount(text.codePointAt(unit));
            codePoint++;
        }
        while (codePoint > wanted) {
            unit -= Character.charCount(text.codePointBefore(unit));
            codePoint--;
        }
        return unit;
    }

    /** The text with halves of surrogate pairs that stand alone replaced, which the native side cannot take; same length. */
    static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (mended == null) {
                mended = new StringBuilder(text);
            }
            mended.setCharAt(i, REPLACEMENT);
        }
        return mended == null ? text : mended.toString();
    }
}
