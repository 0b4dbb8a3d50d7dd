package org.scholion.assist.language.internal.spelling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.BibliographyEntry;

/** The words of one paper: of its prose with their number, of its bibliography, and of its names for things. Immutable. */
final class PaperWords {

    private static final int BEGINNING = 3;
    private static final int SHORTEST_NAME_IN_KEY = 6;

    private final Map<BlockWords, Integer> blocks = new IdentityHashMap<>();
    private final Map<String, Integer> counts;
    private final Map<String, Integer> namesInSentences;
    private final Map<String, Set<String>> byBeginning = new HashMap<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<String> authors = new HashSet<>();
    private final Set<String> familyNames = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    private static final PaperWords NONE = new PaperWords();

    private PaperWords() {
        counts = Map.of();
        namesInSentences = Map.of();
    }

    static PaperWords of(Manuscript manuscript, BlockWords.Memory memory) {
        return new PaperWords(manuscript, memory, NONE);
    }

    /** The words of a later state of the paper; counts those of the blocks only that are not the same any more. */
    PaperWords later(Manuscript manuscript, BlockWords.Memory memory) {
        return new PaperWords(manuscript, memory, this);
    }

    private PaperWords(Manuscript manuscript, BlockWords.Memory memory, PaperWords before) {
        counts = new HashMap<>(before.counts);
        namesInSentences = new HashMap<>(before.namesInSentences);
        for (Block block : manuscript.blocks()) {
            if (block.kind() == BlockKind.BIBLIOGRAPHY || block.kind() == BlockKind.AUTHOR) {
                BlockWords.each(block.prose().text(), (text, at) -> authors.add(text));
            } else {
                blocks.merge(memory.of(block.prose().text(), block.kind().holdsSentences()), 1, Integer::sum);
            }
            for (Placeholder placeholder : block.prose().placeholders()) {
                if (placeholder.kind() == PlaceholderKind.CODE || placeholder.kind() == PlaceholderKind.GLOSSARY) {
                    BlockWords.each(placeholder.display(), (text, at) -> key(text));
                }
            }
        }
        before.blocks.forEach((words, times) -> add(words, blocks.getOrDefault(words, 0) - times));
        blocks.forEach((words, times) -> {
            if (!before.blocks.containsKey(words)) {
                add(words, times);
            }
        });
        Structure structure = manuscript.structure();
        structure.bibliography().forEach(this::entry);
        structure.labels().forEach(label -> key(label.name()));
        structure.citations().forEach(citation -> citation.keys().forEach(one -> {
            key(one.name());
            // most keys begin with the first author's name
            BlockWords.each(one.name(), (text, at) -> {
                if (at == 0 && text.length() >= SHORTEST_NAME_IN_KEY) {
                    familyNames.add(lower(text));
                }
            });
        }));
        structure.definitions().forEach(definition -> {
            key(definition.name());
            if (definition.kind() == Structure.Definition.Kind.ACRONYM) {
                BlockWords.each(definition.expansion(), (text, at) -> key(text));
            }
        });
    }

    private void add(BlockWords words, int times) {
        if (times != 0) {
            words.counts().forEach((word, count) -> add(counts, word, count * times));
            words.names().forEach((word, count) -> add(namesInSentences, word, count * times));
        }
    }

    private static void add(Map<String, Integer> to, String word, int count) {
        int sum = to.getOrDefault(word, 0) + count;
        if (sum == 0) {
            to.remove(word);
        } else {
            to.put(word, sum);
        }
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

    /** How often the word stands in the prose with a capital inside of a sentence. */
    int nameCount(String word) {
        return namesInSentences.getOrDefault(word, 0);
    }

    /** Whether a title or journal of the bibliography has the word. */
    boolean inTitles(String word) {
        return titles.contains(lower(word));
    }

    /** Whether an author of this paper or of its bibliography has the name. */
    boolean isAuthor(String name) {
        return authors.contains(name);
    }

    /** Whether a word in lower case is the family name of an author of the bibliography, or begins a citation key. */
    boolean isFamilyName(String lower) {
        return familyNames.contains(lower);
    }

    /** Words of the prose, in lower case, that begin with the same letters. */
    synchronized Set<String> withBeginningOf(String lower) {
        if (byBeginning.isEmpty()) {
            counts.keySet().forEach(word -> byBeginning.computeIfAbsent(beginning(word), head -> new HashSet<>()).add(word));
        }
        return byBeginning.getOrDefault(beginning(lower), Set.of());
    }

    /** Whether bibliography and names for things are the same. */
    boolean hasSameReferences(PaperWords other) {
        return titles.equals(other.titles)
                && authors.equals(other.authors)
                && familyNames.equals(other.familyNames)
                && keys.equals(other.keys);
    }

    /** The words, in lower case, that stand more or less often, or more or less often as names, than in another state of the paper. */
    Set<String> changedSince(PaperWords other) {
        Set<String> changed = new HashSet<>();
        different(counts, other.counts, changed);
        different(other.counts, counts, changed);
        different(namesInSentences, other.namesInSentences, changed);
        different(other.namesInSentences, namesInSentences, changed);
        return changed;
    }

    private static void different(Map<String, Integer> some, Map<String, Integer> others, Set<String> changed) {
        some.forEach((word, count) -> {
            if (!count.equals(others.getOrDefault(word, 0))) {
                changed.add(lower(word));
            }
        });
    }

    /** Whether a label, key, macro or piece of code has the word in its name. */
    boolean inKeys(String word) {
        return keys.contains(lower(word));
    }

    private void entry(BibliographyEntry entry) {
        BlockWords.each(entry.title() + " " + entry.venue(), (word, at) -> titles.add(lower(word)));
        for (String author : entry.authors()) {
            int comma = author.indexOf(',');
            BlockWords.each(author, (word, at) -> {
                authors.add(word);
                if (at < comma || comma < 0) {
                    familyNames.add(lower(word));
                }
            });
        }
    }

    /** The parts of a name such as {@code fig:noiseModel} or {@code foreman-mackey2017}, and the letters of it as one. */
    private void key(String name) {
        BlockWords.each(name, (word, at) -> {
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

    private static String beginning(String lower) {
        return lower.substring(0, Math.min(BEGINNING, lower.length()));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
