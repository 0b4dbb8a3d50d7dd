package org.scholion.assist.language.internal.clarity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.text.TextRange;

/** Phrases by the words with which they begin. Immutable but for the forms of verbs, which are looked up at the first use; thread-safe. */
final class PhraseList {

    private static final List<String> VERB_TAGS = List.of("VB", "VBZ", "VBD", "VBN", "VBG", "VBP");

    private final List<Phrase> phrases;
    private final English english;
    private Map<String, List<Phrase>> byBeginning = Map.of();

    private PhraseList(List<Phrase> phrases, English english) {
        this.phrases = phrases;
        this.english = english;
    }

    /**
     * A phrase that stands in a sentence.
     *
     * @param first its first word
     * @param last its last word
     */
    record Match(Phrase phrase, Sentence sentence, int first, int last) {

        TextRange range() {
            return sentence.span(first, last);
        }

        /** What may be written instead; those whose forms are not known are left out. */
        List<String> replacements() {
            return phrase.replacements().stream().map(this::inflected).flatMap(Optional::stream).toList();
        }

        private Optional<String> inflected(String template) {
            List<String> words = new ArrayList<>();
            for (String word : template.split(" ")) {
                Optional<String> form = form(word);
                if (form.isEmpty()) {
                    return Optional.empty();
                }
                words.add(form.get());
            }
            return Optional.of(String.join(" ", words));
        }

        private Optional<String> form(String word) {
            if (word.startsWith(Phrase.VERB)) {
                return verb(word.substring(1));
            }
            if (!word.startsWith(Phrase.TAG)) {
                return Optional.of(word);
            }
            return switch (word.substring(1)) {
                case "VB" -> place("@VBG").flatMap(index -> sentence.lemma(index, "VBG"));
                case "RB" -> place("@JJ").flatMap(index -> sentence.english().adverb(sentence.lower(index)));
                default -> place(word).map(index -> sentence.word(index).text());
            };
        }

        private Optional<Integer> place(String tag) {
            int index = phrase.pattern().indexOf(tag);
            return index < 0 ? Optional.empty() : Optional.of(first + index);
        }

        /** A verb in the form of the verb of the phrase; none when the form is not clear and the two differ. */
        private Optional<String> verb(String lemma) {
            for (int i = 0; i < phrase.pattern().size(); i++) {
                if (phrase.pattern().get(i).startsWith(Phrase.VERB)) {
                    return Verbs.like(sentence, first + i, lemma);
                }
            }
            return Optional.empty();
        }
    }

    /** Reads a list beside this class. Lines that begin with {@code #} explain. */
    static PhraseList read(String name, English english) {
        return new PhraseList(lines(name).stream().map(Phrase::parse).toList(), english);
    }

    /** The lines of a list, without empty ones and those that explain. */
    static List<String> lines(String name) {
        try (InputStream in = PhraseList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** What stands in the sentence, from the left; of phrases that begin at the same word the longest. */
    List<Match> in(Sentence sentence) {
        Map<String, List<Phrase>> known = byBeginning();
        List<Match> found = new ArrayList<>();
        int i = 0;
        while (i < sentence.size()) {
            int at = i;
            Optional<Phrase> phrase = known.getOrDefault(sentence.lower(i), List.of()).stream()
                    .filter(candidate -> candidate.matches(sentence, at))
                    .findFirst();
            if (phrase.isPresent()) {
                int last = i + phrase.get().pattern().size() - 1;
                found.add(new Match(phrase.get(), sentence, i, last));
                i = last;
            }
            i++;
        }
        return found;
    }

    private synchronized Map<String, List<Phrase>> byBeginning() {
        if (byBeginning.isEmpty()) {
            Map<String, List<Phrase>> built = new HashMap<>();
            for (Phrase phrase : phrases) {
                for (String form : forms(phrase.pattern().getFirst())) {
                    built.computeIfAbsent(form, missing -> new ArrayList<>()).add(phrase);
                }
            }
            built.values().forEach(
                    list -> list.sort(Comparator.comparingInt((Phrase phrase) -> phrase.pattern().size()).reversed()));
            byBeginning = built;
        }
        return byBeginning;
    }

    private Set<String> forms(String word) {
        if (!word.startsWith(Phrase.VERB)) {
            return new LinkedHashSet<>(List.of(word.split("\\|")));
        }
        String lemma = word.substring(1);
        Set<String> forms = new LinkedHashSet<>();
        if (lemma.equals("be")) {
            forms.addAll(List.of("am", "is", "are", "was", "were", "be", "been", "being"));
        } else {
            VERB_TAGS.forEach(tag -> english.form(lemma, tag).ifPresent(forms::add));
        }
        return forms;
    }
}
