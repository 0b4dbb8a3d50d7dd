package org.scholion.assist.language.internal.clarity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.text.TextRange;

/** A sentence of a block and its words, which are counted from 0. Parts of speech are looked up when first asked. Not thread-safe. */
final class Sentence {

    private final BlockText block;
    private final TextRange range;
    private final List<Word> words;
    private final List<String> lower;
    private final English english;
    private final String variety;
    private @Nullable Map<Integer, List<Reading>> readings;

    /**
     * @param words of the block that stand in the range
     * @param variety the tag in which the block is checked
     */
    Sentence(BlockText block, TextRange range, List<Word> words, String variety, English english) {
        this.block = block;
        this.range = range;
        this.words = words;
        this.variety = variety;
        this.english = english;
        lower = words.stream().map(word -> word.text().replace('’', '\'').toLowerCase(Locale.ROOT)).toList();
    }

    BlockText block() {
        return block;
    }

    English english() {
        return english;
    }

    /** In the block. */
    TextRange range() {
        return range;
    }

    String text() {
        return range.of(block.text());
    }

    int size() {
        return words.size();
    }

    Word word(int index) {
        return words.get(index);
    }

    /** The word in lower case with straight apostrophes, or nothing beyond the ends. */
    String lower(int index) {
        return index >= 0 && index < lower.size() ? lower.get(index) : "";
    }

    List<String> lower() {
        return lower;
    }

    /** Whether a space alone parts the word from the next one. */
    boolean joinsNext(int index) {
        return index >= 0 && index + 1 < words.size() && gap(index).length() == 1 && BlockText.isSpace(gap(index).charAt(0));
    }

    /** Whether spaces alone part all words from the first to the last. */
    boolean isRun(int first, int last) {
        for (int i = first; i < last; i++) {
            if (!joinsNext(i)) {
                return false;
            }
        }
        return last < words.size();
    }

    /** What stands between a word and the next one or the end; behind -1, what stands before the first word. */
    String gap(int index) {
        int start = index < 0 ? range.start() : words.get(index).end();
        int end = index + 1 < words.size() ? words.get(index + 1).start() : range.end();
        return block.text().substring(start, Math.max(start, end));
    }

    /** From a word to another one, in the block. */
    TextRange span(int first, int last) {
        return new TextRange(words.get(first).start(), words.get(last).end());
    }

    String text(int first, int last) {
        return span(first, last).of(block.text());
    }

    /** Text behind a word up to the end of the sentence. */
    String behind(int index) {
        return block.text().substring(words.get(index).end(), range.end());
    }

    /** The variety of English in which the block is checked. */
    String variety() {
        return variety;
    }

    /** Whether it holds a formula. */
    boolean hasFormula() {
        return holds(range, Set.of(PlaceholderKind.INLINE_MATH, PlaceholderKind.DISPLAY_MATH));
    }

    /** Whether it cites. */
    boolean hasSource() {
        return holds(range, Set.of(PlaceholderKind.CITATION));
    }

    /** Whether it refers to a figure, table or section. */
    boolean hasReference() {
        return holds(range, Set.of(PlaceholderKind.CROSS_REFERENCE));
    }

    /** Whether the next sentence of the block cites. */
    boolean hasSourceNext() {
        return holds(new TextRange(range.end(), neighbourhood().end()), Set.of(PlaceholderKind.CITATION));
    }

    /** The range of it and of the sentences of the block before and behind it. */
    TextRange neighbourhood() {
        List<TextRange> all = block.sentences();
        int index = all.indexOf(range);
        return new TextRange(all.get(Math.max(0, index - 1)).start(), all.get(Math.min(all.size() - 1, index + 1)).end());
    }

    private boolean holds(TextRange place, Set<PlaceholderKind> kinds) {
        return block.placeholders().stream()
                .anyMatch(placeholder -> kinds.contains(placeholder.kind()) && place.contains(placeholder.offset()));
    }

    List<Reading> readings(int index) {
        if (index < 0 || index >= words.size()) {
            return List.of();
        }
        Map<Integer, List<Reading>> known = readings;
        if (known == null) {
            known = english.tag(text());
            readings = known;
        }
        return known.getOrDefault(words.get(index).start() - range.start(), List.of());
    }

    /** Whether a word may have a tag that begins like one of these. */
    boolean is(int index, String... tags) {
        return readings(index).stream().anyMatch(startsWithOneOf(tags));
    }

    /** Whether a word can only have tags that begin like one of these. */
    boolean isOnly(int index, String... tags) {
        List<Reading> all = readings(index);
        return !all.isEmpty() && all.stream().allMatch(startsWithOneOf(tags));
    }

    /** The basic form of a word with such a tag. */
    Optional<String> lemma(int index, String... tags) {
        return readings(index).stream().filter(startsWithOneOf(tags)).map(Reading::lemma).findFirst();
    }

    private static Predicate<Reading> startsWithOneOf(String... tags) {
        return reading -> Stream.of(tags).anyMatch(reading.tag()::startsWith);
    }

    /** Whether a word is a verb that shows a tense, or a modal verb, and can be nothing else. */
    boolean isFinite(int index) {
        return is(index, "VBZ", "VBP", "VBD", "MD") && !is(index, "NN", "JJ", "VBG") || lower(index).endsWith("n't");
    }
}
