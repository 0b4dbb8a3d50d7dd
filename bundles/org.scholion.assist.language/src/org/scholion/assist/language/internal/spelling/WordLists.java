package org.scholion.assist.language.internal.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of scientific English, made by the recipe in {@code models/scientific-words}: terms that papers use and dictionaries do not
 * know, with names, which begin with a capital; and common words in lower case that a rarer one may be a misspelling of.
 */
final class WordLists {

    private static final int BEGINNING = 3;
    private static final int END = 2;
    private static final int LONG = 8;

    private final Set<String> terms;
    private final Set<String> common;
    private final Map<String, List<String>> byBeginning = new HashMap<>();

    private WordLists(Set<String> terms, Set<String> common) {
        this.terms = Set.copyOf(terms);
        this.common = Set.copyOf(common);
        Stream.concat(terms.stream(), common.stream())
                .filter(word -> word.length() >= LONG && Character.isLowerCase(word.charAt(0)))
                .forEach(word -> byBeginning.computeIfAbsent(word.substring(0, BEGINNING), head -> new ArrayList<>()).add(word));
    }

    static WordLists load() {
        return new WordLists(read("scientific-words.txt"), read("common-words.txt"));
    }

    Set<String> terms() {
        return terms;
    }

    Set<String> common() {
        return common;
    }

    /** Whether a long word begins and ends as one of the lists that is two steps away, and so may be that with a syllable lost or said twice. */
    boolean isTwoStepsFromOne(String lower) {
        return lower.length() >= LONG
                && byBeginning.getOrDefault(lower.substring(0, BEGINNING), List.of()).stream()
                        .anyMatch(word -> word.endsWith(lower.substring(lower.length() - END))
                                && !word.equals(lower)
                                && Neighbours.isWithin(lower, word, 2));
    }

    /** Whether a word is a term; one in lower case also at the start of a sentence and in capitals, a name only as it is written. */
    boolean isTerm(String word) {
        return terms.contains(word) || terms.contains(word.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read(String name) {
        try (InputStream in = WordLists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
