package org.scholion.library.internal.search;

import java.util.ArrayList;
import java.util.List;
import org.scholion.library.Person;
import org.scholion.library.Reference;

/** What of a reference is searched. */
final class ReferenceText {

    /** Of an abstract, 100 words do as well for sentences as all of it. */
    private static final int ABSTRACT_WORDS = 100;

    private ReferenceText() {}

    /** All words: for search by words. */
    static String words(Reference reference) {
        List<String> parts = new ArrayList<>();
        parts.add(reference.title());
        parts.add(people(reference));
        reference.year().ifPresent(year -> parts.add(String.valueOf(year)));
        parts.add(reference.venue());
        parts.add(reference.abstractText());
        parts.addAll(reference.keywords());
        parts.add(keyWords(reference.key()));
        return String.join(" ", parts);
    }

    /** Names of the people, family names first. */
    static String people(Reference reference) {
        List<String> names = new ArrayList<>();
        for (Person person : reference.authors()) {
            names.add(person.family() + " " + person.given());
        }
        for (Person person : reference.editors()) {
            names.add(person.family() + " " + person.given());
        }
        return String.join(" ", names);
    }

    /** The text that the encoder is given; its form is that of the encoder's training ({@code models/citation-encoder}). */
    static String passage(Reference reference) {
        String title = PlaceText.tidy(reference.title()).replaceAll("[. ]+$", "") + ".";
        String start = first(PlaceText.tidy(reference.abstractText()), ABSTRACT_WORDS);
        return start.isEmpty() ? title : title + " " + start;
    }

    /** The text of a paper's title that the encoder is given: as if it were a work. */
    static String paper(String title) {
        return PlaceText.tidy(title).replaceAll("[. ]+$", "") + ".";
    }

    /** The words in a key: {@code zwanzig1954hightemperature} has zwanzig, 1954 and hightemperature. */
    static String keyWords(String key) {
        return key.replaceAll("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})|(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}\\d]+", " ").strip();
    }

    private static String first(String text, int words) {
        int end = 0;
        for (int i = 0; i < words && end >= 0; i++) {
            end = text.indexOf(' ', end + 1);
        }
        return end < 0 ? text : text.substring(0, end);
    }
}
