package org.scholion.assist.language.internal.languagetool;

import java.util.List;

/** Misspelled words of which it is plain what was meant. */
final class ClearTypo {

    private static final int SHORTEST = 6;

    private ClearTypo() {}

    /**
     * Whether the first replacement may be put in without being looked at: a long word in lower case, one letter too many, missing,
     * wrong or in the wrong order, and only one word that is so near.
     */
    static boolean isSure(String word, List<String> replacements) {
        if (word.length() < SHORTEST || replacements.isEmpty() || !isLowerCase(word) || !isLowerCase(replacements.getFirst())) {
            return false;
        }
        boolean firstIsNear = isOneStep(word, replacements.getFirst());
        long near = replacements.stream().filter(replacement -> isOneStep(word, replacement)).count();
        return firstIsNear && near == 1;
    }

    private static boolean isLowerCase(String word) {
        return word.chars().allMatch(Character::isLowerCase);
    }

    /** Whether one letter inserted, deleted, replaced, or two neighbours exchanged make one of the other. */
    static boolean isOneStep(String a, String b) {
        int difference = a.length() - b.length();
        if (Math.abs(difference) > 1 || a.equals(b)) {
            return false;
        }
        int head = 0;
        int shorter = Math.min(a.length(), b.length());
        while (head < shorter && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        int left = Math.max(a.length(), b.length()) - head - tail;
        boolean exchanged = difference == 0
                && left == 2
                && a.charAt(head) == b.charAt(head + 1)
                && a.charAt(head + 1) == b.charAt(head);
        return left == 1 || exchanged;
    }
}
