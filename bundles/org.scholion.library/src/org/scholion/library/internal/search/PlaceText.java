package org.scholion.library.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.scholion.library.search.PlaceQuery;

/** The text of a place that the encoder is given; its form is that of the encoder's training ({@code models/citation-encoder}). */
final class PlaceText {

    private static final String MARK = "[CITE]";

    private static final int MAX_WORDS = 48;

    /** So many of the words stand before the place in a sentence that is too long. */
    private static final int WORDS_BEFORE = 36;

    /** A sentence of fewer words is too short alone; it is filled up to twice as many with words of the sentence before. */
    private static final int FEW_WORDS = 12;

    private static final Pattern EMPTY = Pattern.compile("[(\\[][\\s,;.]*(?:e\\.g\\.|see|cf\\.)?[\\s,;.]*[)\\]]", Pattern.CASE_INSENSITIVE);

    private PlaceText() {}

    static String of(PlaceQuery place) {
        List<String> words = words(place.before() + " " + MARK + " " + place.after());
        if (words.size() > MAX_WORDS) {
            int start = Math.clamp(mark(words) - WORDS_BEFORE, 0, words.size() - MAX_WORDS);
            words = words.subList(start, start + MAX_WORDS);
        } else if (words.size() < FEW_WORDS && !place.previous().isBlank()) {
            List<String> previous = words(place.previous());
            int wanted = Math.min(previous.size(), 2 * FEW_WORDS - words.size());
            List<String> longer = new ArrayList<>(previous.subList(previous.size() - wanted, previous.size()));
            longer.addAll(words);
            words = longer;
        }
        return String.join(" ", words);
    }

    private static int mark(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).contains(MARK)) {
                return i;
            }
        }
        return words.size() - 1;
    }

    private static List<String> words(String text) {
        return List.of(tidy(text).split(" "));
    }

    /** Without brackets that citations left empty, and with white space as it is between words and points. */
    static String tidy(String text) {
        String kept = text.replace(MARK, "\uE000");
        return EMPTY.matcher(kept)
                .replaceAll(" ")
                .replaceAll("\\s+([,.;:!?)])", "$1")
                .replaceAll("\\(\\s+", "(")
                .replaceAll("\\s+", " ")
                .strip()
                .replace("\uE000", MARK);
    }
}
