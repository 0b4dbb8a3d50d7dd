package org.scholion.library.internal.edit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Text brought to the letters of ASCII, for keys and for comparing. */
public final class PlainLetters {

    private static final String FROM = "ßøØæÆœŒłŁđĐðÐþÞıħŋ";
    private static final List<String> TO =
            List.of("ss", "o", "O", "ae", "AE", "oe", "OE", "l", "L", "d", "D", "d", "D", "th", "Th", "i", "h", "n");

    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "the", "of", "on", "in", "for", "and", "to", "with", "from", "by", "at", "as", "is", "are", "or", "via", "using", "do", "does",
            "how", "what", "why", "when", "le", "la", "les", "un", "une", "des", "du", "de", "et", "el", "los", "las", "y", "der", "die", "das", "ein",
            "eine", "und", "zur", "zum", "über");

    private PlainLetters() {}

    /** Without accents; letters of other scripts stay. */
    public static String fold(String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length() && ascii; i++) {
            ascii = text.charAt(i) < 128;
        }
        if (ascii) {
            return text;
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            int special = FROM.indexOf(c);
            if (special >= 0) {
                folded.append(TO.get(special));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** The words in lower case without accents and punctuation. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String folded = fold(text).toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean letter = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /** Whether a word in lower case says little: an article, a preposition. */
    public static boolean isSmall(String word) {
        return SMALL_WORDS.contains(word);
    }
}
