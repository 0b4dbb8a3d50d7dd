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
