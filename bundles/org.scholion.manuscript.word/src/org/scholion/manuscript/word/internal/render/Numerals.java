package org.scholion.manuscript.word.internal.render;

import java.util.Locale;

/** Numbers as lists and notes write them. */
final class Numerals {

    private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_LETTERS = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int LETTERS = 26;
    private static final int MOST = 5000;

    private Numerals() {}

    /** A number in a format of {@code w:numFmt}; in digits where it is one of another script. */
    static String format(int number, String format) {
        return switch (format) {
            case "lowerRoman" -> roman(number);
            case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
            case "lowerLetter" -> letters(number);
            case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "none" -> "";
            default -> String.valueOf(number);
        };
    }

    /** A number in small Roman letters; in digits where there are none for it. */
    static String roman(int number) {
        if (number < 1 || number > MOST) {
            return String.valueOf(number);
        }
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN.length; i++) {
            while (rest >= ROMAN[i]) {
                roman.append(ROMAN_LETTERS[i]);
                rest -= ROMAN[i];
            }
        }
        return roman.toString();
    }

    /** a to z, then aa to zz and so on (ECMA-376 part 1, 17.18.59). */
    private static String letters(int number) {
        if (number < 1 || number > MOST) {
            return String.valueOf(number);
        }
        String letter = String.valueOf((char) ('a' + (number - 1) % LETTERS));
        return letter.repeat(1 + (number - 1) / LETTERS);
    }
}
