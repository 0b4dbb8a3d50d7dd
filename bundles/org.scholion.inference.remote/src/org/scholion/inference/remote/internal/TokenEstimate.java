package org.scholion.inference.remote.internal;

import java.lang.Character.UnicodeScript;

/**
 * About how many tokens a text has, where only the server knows its tokenizer. Rather too many than too few: a token for each five
 * letters of a word or part of them, for each two digits, for each punctuation mark or symbol, for each line break, for each Chinese,
 * Japanese or Korean character, and for each two letters of other scripts without Latin, Greek or Cyrillic letters.
 */
final class TokenEstimate {

    /** Halves of a token, so that all is counted in whole numbers; see {@link #count}. */
    private int tokens;

    private int run;
    private Sort last = Sort.SPACE;

    private enum Sort {
        SPACE(0),
        LETTER(5),
        DIGIT(2),
        OTHER_LETTER(2),
        SINGLE(1);

        /** How many of them make a token; 0 for none. */
        private final int perToken;

        Sort(int perToken) {
            this.perToken = perToken;
        }
    }

    static int count(String text) {
        TokenEstimate estimate = new TokenEstimate();
        text.codePoints().forEach(estimate::add);
        return estimate.tokens;
    }

    /** The longest beginning of whole characters with at most that many tokens. */
    static String cut(String text, int maxTokenCount) {
        TokenEstimate estimate = new TokenEstimate();
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            estimate.add(character);
            if (estimate.tokens > maxTokenCount) {
                return text.substring(0, at);
            }
            at += Character.charCount(character);
        }
        return text;
    }

    private void add(int character) {
        Sort sort = sort(character);
        run = sort == last ? run + 1 : 1;
        last = sort;
        if (sort.perToken > 0 && (run - 1) % sort.perToken == 0) {
            tokens++;
        }
    }

    private static Sort sort(int character) {
        if (character == '\n') {
            return Sort.SINGLE;
        }
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return Sort.SPACE;
        }
        if (Character.isDigit(character)) {
            return Sort.DIGIT;
        }
        if (!Character.isLetter(character)) {
            return Sort.SINGLE;
        }
        return switch (UnicodeScript.of(character)) {
            case LATIN, GREEK, CYRILLIC -> Sort.LETTER;
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> Sort.SINGLE;
            default -> Sort.OTHER_LETTER;
        };
    }
}
