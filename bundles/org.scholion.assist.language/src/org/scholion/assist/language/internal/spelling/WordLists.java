package org.scholion.assist.language.internal.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words of scientific English, made by the recipe in {@code models/scientific-words}.
 *
 * @param terms words and names that papers use and dictionaries do not know; names begin with a capital
 * @param common words in lower case that papers use often, which a rarer one may be a misspelling of
 */
record WordLists(Set<String> terms, Set<String> common) {

    WordLists {
        terms = Set.copyOf(terms);
        common = Set.copyOf(common);
    }

    static WordLists load() {
        return new WordLists(read("scientific-words.txt"), read("common-words.txt"));
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
