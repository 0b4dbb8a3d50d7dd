package org.scholion.assist.language.internal.spelling;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The words of one text.
 *
 * @param counts how often each stands, in lower case
 * @param names how often each stands with a capital inside of a sentence, as it is written
 */
record BlockWords(Map<String, Integer> counts, Map<String, Integer> names) {

    /** Remembers the words of texts, since at each check most paragraphs are as they were. Thread-safe. */
    static final class Memory {
        private static final int CHARACTERS = 2_000_000;

        private final Map<Text, BlockWords> known = new LinkedHashMap<>(256, 0.75f, true);
        private int characters;

        private record Text(String text, boolean sentences) {}

        /** @param sentences whether a capital inside of it shows that a word is a name */
        synchronized BlockWords of(String text, boolean sentences) {
            Text key = new Text(text, sentences);
            BlockWords words = known.get(key);
            if (words == null) {
                words = BlockWords.of(text, sentences);
                known.put(key, words);
                characters += text.length();
                Iterator<Text> oldest = known.keySet().iterator();
                while (characters > CHARACTERS && oldest.hasNext()) {
                    characters -= oldest.next().text().length();
                    oldest.remove();
                }
            }
            return words;
        }
    }

    static BlockWords of(String text, boolean sentences) {
        BlockWords words = new BlockWords(new HashMap<>(), new HashMap<>());
        each(text, (word, at) -> {
            words.counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum);
            if (sentences && Character.isUpperCase(word.charAt(0)) && !Sentences.startsAt(text, at)) {
                words.names.merge(word, 1, Integer::sum);
            }
        });
        return words;
    }

    /** Calls with each run of letters and the place where it begins. */
    static void each(String text, BiConsumer<String, Integer> word) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                word.accept(text.substring(start, i), start);
                start = -1;
            }
        }
    }
}
