package org.scholion.assist.language.internal.spelling;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of a word apart from any paper. Remembers what it found out, since the same words come at each check. Thread-safe. */
final class Knowledge {

    private static final int REMEMBERED = 20_000;
    private static final int LONG = 8;
    private static final int SHORTEST_TERM = 5;

    private final WordLists lists;
    private final Dictionary dictionary;
    private final Map<Key, Fact> facts = new ConcurrentHashMap<>();
    private final Map<Key, Boolean> known = new ConcurrentHashMap<>();

    private record Key(String language, String word) {}

    /**
     * What is known of a word in lower case.
     *
     * @param common frequent words of scientific English that are one step away
     * @param similar words of the dictionary one step away, of a long word, where that is no accident; or with another accent
     * @param names of science one step away, of a long word
     * @param derived whether it is made of known words by a rule, and no long word is two steps away
     * @param systematic whether it is a systematic name of chemistry, or a common word with a prefix, so that rare words near it say nothing
     */
    record Fact(List<String> common, List<String> similar, List<String> names, boolean derived, boolean systematic) {}

    Knowledge(WordLists lists, Dictionary dictionary) {
        this.lists = lists;
        this.dictionary = dictionary;
    }

    boolean isTerm(String word) {
        return lists.isTerm(word);
    }

    /** Whether the dictionary has the word as it is, or in lower case when it begins with a capital. */
    boolean knows(String language, String word) {
        return isIn(language, word)
                || Character.isUpperCase(word.charAt(0)) && isIn(language, word.toLowerCase(Locale.ROOT));
    }

    Fact of(String language, String lower) {
        if (facts.size() > REMEMBERED) {
            facts.clear();
        }
        return facts.computeIfAbsent(new Key(language, lower), this::find);
    }

    private Fact find(Key key) {
        String word = key.word();
        if (!isEnglish(key.language())) {
            return new Fact(
                    List.of(), Neighbours.byAccent(word, other -> dictionary.knows(key.language(), other)), List.of(), false, false);
        }
        return new Fact(
                Neighbours.of(word, lists.common()::contains),
                word.length() < LONG ? List.of() : Neighbours.of(word, other -> dictionary.knows(key.language(), other)),
                word.length() < LONG
                        ? List.of()
                        : Neighbours.of(word, other -> !other.isEmpty() && lists.terms().contains(capitalised(other))),
                !lists.isTwoStepsFromOne(word)
                        && WordForms.isDerived(
                                word,
                                part -> part.length() >= SHORTEST_TERM && lists.terms().contains(part)
                                        || isIn(key.language(), part)),
                ChemicalNames.isOne(word) || WordForms.isPrefixed(word, stem -> lists.common().contains(stem) && isIn(key.language(), stem)));
    }

    static String capitalised(String lower) {
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    static boolean isEnglish(String language) {
        return language.equals("en") || language.startsWith("en-");
    }

    private boolean isIn(String language, String word) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(new Key(language, word), key -> dictionary.knows(key.language(), key.word()));
    }
}
