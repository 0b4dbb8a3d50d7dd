package org.scholion.assist.language.internal.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Words one step away: a letter more, less or other, or two neighbours exchanged. */
final class Neighbours {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final List<String> ACCENTED =
            List.of("aáàâäãå", "eéèêë", "iíìîï", "oóòôöõ", "uúùûü", "nñ", "cç", "yýÿ");
    private static final List<String> PREFIXES =
            List.of("a", "un", "non", "sub", "pre", "re", "co", "de", "bi", "anti", "multi", "semi");

    private Neighbours() {}

    /** Those that pass the test, but for plurals of the word and words that it puts a prefix to, which are no slips. */
    static List<String> of(String word, Predicate<String> test) {
        List<String> found = new ArrayList<>();
        int length = word.length();
        for (int i = 0; i <= length; i++) {
            String head = word.substring(0, i);
            String tail = word.substring(i);
            if (!tail.isEmpty()) {
                add(word, head + tail.substring(1), test, found);
            }
            if (tail.length() > 1) {
                add(word, head + tail.charAt(1) + tail.charAt(0) + tail.substring(2), test, found);
            }
            for (int letter = 0; letter < LETTERS.length(); letter++) {
                add(word, head + LETTERS.charAt(letter) + tail, test, found);
                if (!tail.isEmpty()) {
                    add(word, head + LETTERS.charAt(letter) + tail.substring(1), test, found);
                }
            }
        }
        return found;
    }

    /** Those that differ in one accent and pass the test. */
    static List<String> byAccent(String word, Predicate<String> test) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < word.length(); i++) {
            for (String family : ACCENTED) {
                if (family.indexOf(word.charAt(i)) >= 0) {
                    for (int k = 0; k < family.length(); k++) {
                        add(word, word.substring(0, i) + family.charAt(k) + word.substring(i + 1), test, found);
                    }
                }
            }
        }
        return found;
    }

    /** Whether so many letters inserted, deleted, replaced, or neighbours exchanged make one of the other. */
    static boolean isWithin(String a, String b, int steps) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > steps) {
                return false;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()] <= steps;
    }

    private static void add(String word, String candidate, Predicate<String> test, List<String> found) {
        if (!candidate.equals(word) && !isFormOf(word, candidate) && !found.contains(candidate) && test.test(candidate)) {
            found.add(candidate);
        }
    }

    private static boolean isFormOf(String word, String other) {
        return word.equals(other + "s")
                || other.equals(word + "s")
                || PREFIXES.stream().anyMatch(prefix -> word.equals(prefix + other));
    }
}
