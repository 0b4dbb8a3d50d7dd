package org.scholion.assist.language.internal.spelling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.BibliographyEntry;

/** The words of one paper: of its prose with their number, of its bibliography, and of its names for things. Immutable. */
final class PaperWords {

    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> namesInSentences = new HashSet<>();
    private final Set<String> bibliography = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    PaperWords(Manuscript manuscript) {
        for (Block block : manuscript.blocks()) {
            BiConsumer<String, Integer> word =
                    block.kind() == BlockKind.BIBLIOGRAPHY || block.kind() == BlockKind.AUTHOR
                            ? (text, at) -> bibliography.add(lower(text))
                            : (text, at) -> proseWord(block, text, at);
            words(block.prose().text(), word);
            for (Placeholder placeholder : block.prose().placeholders()) {
                if (placeholder.kind() == PlaceholderKind.CODE || placeholder.kind() == PlaceholderKind.GLOSSARY) {
                    words(placeholder.display(), (text, at) -> key(text));
                }
            }
        }
        Structure structure = manuscript.structure();
        structure.bibliography().forEach(this::entry);
        structure.labels().forEach(label -> key(label.name()));
        structure.citations().forEach(citation -> citation.keys().forEach(one -> key(one.name())));
        structure.definitions().forEach(definition -> {
            key(definition.name());
            if (definition.kind() == Structure.Definition.Kind.ACRONYM) {
                words(definition.expansion(), (text, at) -> key(text));
            }
        });
    }

    /** How often a word stands in the prose, in any case, as a plural or singular as well. */
    int count(String word) {
        String singular = lower(word);
        int count = counts.getOrDefault(singular, 0) + counts.getOrDefault(singular + "s", 0);
        if (singular.endsWith("s")) {
            count += counts.getOrDefault(singular.substring(0, singular.length() - 1), 0);
        }
        return count;
    }

    /** How often exactly this word, in any case, stands in the prose. */
    int exactCount(String word) {
        return counts.getOrDefault(lower(word), 0);
    }

    /** Whether a title, an author, a journal of the bibliography or an author of this paper has the word. */
    boolean inBibliography(String word) {
        return bibliography.contains(lower(word));
    }

    /** Whether a label, key, macro or piece of code has the word in its name. */
    boolean inKeys(String word) {
        return keys.contains(lower(word));
    }

    /** Whether the word stands with a capital inside of a sentence. */
    boolean isName(String word) {
        return namesInSentences.contains(word);
    }

    private void proseWord(Block block, String word, int at) {
        counts.merge(lower(word), 1, Integer::sum);
        if (Character.isUpperCase(word.charAt(0))
                && block.kind().holdsSentences()
                && !Sentences.startsAt(block.prose().text(), at)) {
            namesInSentences.add(word);
        }
    }

    private void entry(BibliographyEntry entry) {
        List.of(entry.title(), entry.venue(), String.join(" ", entry.authors()))
                .forEach(text -> words(text, (word, at) -> bibliography.add(lower(word))));
    }

    /** The parts of a name such as {@code fig:noiseModel} or {@code foreman-mackey2017}, and the letters of it as one. */
    private void key(String name) {
        words(name, (word, at) -> {
            keys.add(lower(word));
            int start = 0;
            for (int i = 1; i <= word.length(); i++) {
                if (i == word.length() || Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
                    keys.add(lower(word.substring(start, i)));
                    start = i;
                }
            }
        });
    }

    private static void words(String text, BiConsumer<String, Integer> word) {
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

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
