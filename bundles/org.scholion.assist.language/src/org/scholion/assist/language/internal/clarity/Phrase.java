package org.scholion.assist.language.internal.clarity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scholion.manuscript.Prose;

/**
 * A line of a list: words that stand behind one another, and what may be written instead.
 *
 * <p>A word of the pattern is a word, several with {@code |} between them, {@code ~verb} for any form of a verb, or {@code @TAG} for any
 * word with a tag that begins so. In a replacement {@code ~verb} is the verb in the same form, {@code @VB} the basic form of the word
 * that stands for {@code @VBG}, {@code @RB} the adverb of the one that stands for {@code @JJ}, another {@code @TAG} the word itself.
 *
 * @param pattern the words
 * @param replacements the best first, {@code ""} to leave the words out; none where only the author knows
 * @param conditions on the words around
 */
record Phrase(List<String> pattern, List<String> replacements, List<Condition> conditions) {

    static final String VERB = "~";
    static final String TAG = "@";

    /** Where a condition looks. */
    enum Side {
        BEFORE,
        AFTER
    }

    /**
     * A condition on the word next to a phrase. A comma or other mark between them counts as no word, a formula as one that no list has.
     *
     * @param side where the other word stands
     * @param wanted whether it has to be one of these, or none of them
     * @param words words, tags with {@link Phrase#TAG} before them, or {@code ^} for no word at all
     */
    record Condition(Side side, boolean wanted, Set<String> words) {

        boolean holds(Sentence sentence, int first, int last) {
            int index = side == Side.BEFORE ? first - 1 : last + 1;
            int gap = side == Side.BEFORE ? first - 1 : last;
            if (sentence.gap(gap).indexOf(Prose.PLACEHOLDER) >= 0) {
                return !wanted;
            }
            if (!sentence.joinsNext(gap)) {
                return words.contains("^") == wanted;
            }
            boolean found = words.contains(sentence.lower(index))
                    || words.stream().anyMatch(word -> word.startsWith(TAG) && sentence.is(index, word.substring(1)));
            return found == wanted;
        }
    }

    /** {@code pattern = replacement / replacement ; not-after words ; before words}. {@code -} leaves out, {@code ?} only asks. */
    static Phrase parse(String line) {
        String[] parts = line.split("\\s*;\\s*");
        String[] sides = parts[0].split("\\s*=\\s*");
        if (sides.length != 2) {
            throw new IllegalArgumentException("no phrase: " + line);
        }
        List<String> replacements = sides[1].equals("?")
                ? List.of()
                : Stream.of(sides[1].split("\\s+/\\s+")).map(text -> text.equals("-") ? "" : text).toList();
        List<Condition> conditions = Stream.of(parts).skip(1).map(Phrase::condition).toList();
        return new Phrase(List.of(sides[0].strip().split("\\s+")), replacements, conditions);
    }

    private static Condition condition(String text) {
        String[] words = text.strip().split("\\s+");
        Set<String> meant = Stream.of(words).skip(1).collect(Collectors.toUnmodifiableSet());
        return switch (words[0]) {
            case "after" -> new Condition(Side.BEFORE, true, meant);
            case "not-after" -> new Condition(Side.BEFORE, false, meant);
            case "before" -> new Condition(Side.AFTER, true, meant);
            case "not-before" -> new Condition(Side.AFTER, false, meant);
            default -> throw new IllegalArgumentException("no condition: " + text);
        };
    }

    /** Whether a place for a word takes this one. */
    static boolean takes(String place, Sentence sentence, int index) {
        if (place.startsWith(TAG)) {
            return sentence.is(index, place.substring(1));
        }
        if (place.startsWith(VERB)) {
            return sentence.lemma(index, "VB").filter(place.substring(1)::equals).isPresent();
        }
        return List.of(place.split("\\|")).contains(sentence.lower(index));
    }

    boolean matches(Sentence sentence, int first) {
        int last = first + pattern.size() - 1;
        if (!sentence.isRun(first, last)) {
            return false;
        }
        // words are cheaper than tags
        for (boolean tagged : new boolean[] {false, true}) {
            for (int i = 0; i < pattern.size(); i++) {
                boolean needsTag = pattern.get(i).startsWith(TAG) || pattern.get(i).startsWith(VERB);
                if (needsTag == tagged && !takes(pattern.get(i), sentence, first + i)) {
                    return false;
                }
            }
        }
        return conditions.stream().allMatch(condition -> condition.holds(sentence, first, last));
    }
}
