package org.scholion.assist.internal;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the words of a text tell of its language.
 *
 * @param british how many words are spelled as only the British do
 * @param american how many words are spelled as only the Americans do
 * @param small for each language that small words were found of, how many
 */
record TextTraits(int british, int american, Map<String, Integer> small) {

    /** Remembers the traits of texts, since at each check most paragraphs are as they were. Thread-safe. */
    static final class Memory {
        private static final int CHARACTERS = 2_000_000;

        private final Map<String, TextTraits> known = new LinkedHashMap<>(256, 0.75f, true);
        private int characters;

        synchronized TextTraits of(String text) {
            TextTraits traits = known.get(text);
            if (traits == null) {
                traits = TextTraits.of(text);
                known.put(text, traits);
                characters += text.length();
                Iterator<String> oldest = known.keySet().iterator();
                while (characters > CHARACTERS && oldest.hasNext()) {
                    characters -= oldest.next().length();
                    oldest.remove();
                }
            }
            return traits;
        }
    }

    /** Beginnings of words that only the British, or only the Americans, spell so; a space is the end of the word. */
    private static final Set<String> BRITISH = Set.of(
            "colour", "behaviour", "favour", "neighbour", "labour", "honour", "flavour", "tumour", "vapour", "harbour", "endeavour",
            "centre", "centred", "metres", "fibre", "litre", "theatre", "calibre", "spectre", "analyse ", "analysed", "analysing",
            "catalyse", "paralyse", "hydrolyse", "modelling", "modelled", "modeller", "labelling", "labelled", "travelling",
            "travelled", "signalling", "signalled", "channelled", "tunnelling", "cancelled", "cancelling", "fuelled", "defence",
            "offence", "grey", "programme ", "artefact", "aluminium", "sulphur", "whilst", "ageing", "fulfil ", "sceptic",
            "manoeuvr", "plough", "mould", "haem", "anaemi", "oestr", "foet", "paediatr", "leukaemi");

    private static final Set<String> AMERICAN = Set.of(
            "color", "behavior", "favor", "neighbor", "labor ", "honor", "flavor", "tumor", "vapor ", "harbor", "endeavor", "center",
            "meters", "fiber", "liter ", "theater", "caliber", "specter", "analyze", "analyzing", "catalyze", "paralyze", "hydrolyze",
            "modeling", "modeled", "modeler", "labeling", "labeled", "traveling", "traveled", "signaling", "signaled", "channeled",
            "tunneling", "canceled", "canceling", "fueled", "defense", "offense", "gray", "artifact", "aluminum", "sulfur",
            "skeptic", "maneuver", "plow ", "anemi", "estrog", "pediatr", "leukemi");

    /** Small words that are frequent in one language; some stand in several. */
    private static final Map<String, List<String>> SMALL = Map.of(
            "en", List.of("the", "of", "and", "is", "that", "for", "with", "are", "this", "was", "which", "from", "by", "to", "we", "be"),
            "fr", List.of("le", "la", "les", "des", "une", "est", "dans", "pour", "que", "qui", "sur", "par", "et", "du", "un", "nous", "au"),
            "es", List.of("el", "la", "los", "las", "una", "que", "para", "con", "por", "del", "se", "es", "un", "como", "y", "en", "su"),
            "pt", List.of("os", "uma", "que", "para", "com", "não", "da", "dos", "em", "um", "e", "por", "ao", "na", "são"),
            "de", List.of("der", "die", "das", "und", "ist", "nicht", "ein", "eine", "mit", "den", "von", "dass", "er", "sie", "ich", "hat",
                    "einen", "dem", "zu", "sich", "auch", "auf", "ihr", "seine"));

    private static final Map<String, List<String>> LANGUAGES_OF = languagesOf();
    private static final int LONGEST = 10;
    private static final int SHORTEST = 4;

    static TextTraits of(String text) {
        Counter counter = new Counter();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                counter.word(text.substring(start, i));
                start = -1;
            }
        }
        return new TextTraits(counter.british, counter.american, counter.small);
    }

    private static Map<String, List<String>> languagesOf() {
        Map<String, List<String>> languages = new HashMap<>();
        SMALL.forEach((language, words) -> words.forEach(word -> languages.merge(
                word, List.of(language), (some, more) -> Stream.concat(some.stream(), more.stream()).toList())));
        return languages;
    }

    private static final class Counter {
        private int british;
        private int american;
        private final Map<String, Integer> small = new HashMap<>();

        void word(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            LANGUAGES_OF.getOrDefault(lower, List.of()).forEach(language -> small.merge(language, 1, Integer::sum));
            // names of products and places keep their spelling: only words in lower case count
            if (word.length() < SHORTEST || Character.isUpperCase(word.charAt(0))) {
                return;
            }
            if (lower.endsWith("isation") || lower.endsWith("isations")) {
                british++;
                return;
            }
            String marked = lower + ' ';
            for (int length = Math.min(LONGEST, marked.length()); length >= SHORTEST; length--) {
                String head = marked.substring(0, length);
                if (BRITISH.contains(head)) {
                    british++;
                    return;
                }
                if (AMERICAN.contains(head)) {
                    american++;
                    return;
                }
            }
        }
    }
}
