package org.scholion.assist.language.internal.languagetool;

import java.util.Set;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Prose;
import org.scholion.text.TextRange;

/** Whether a finding can be meant where it stands: what LanguageTool does not know of papers. */
final class Plausibility {

    /** What it makes sense to judge in text that holds no sentences. */
    private static final Set<String> WITHOUT_SENTENCES = Set.of(
            "EN_A_VS_AN", "ENGLISH_WORD_REPEAT_RULE", "GERMAN_WORD_REPEAT_RULE", "FRENCH_WORD_REPEAT_RULE",
            "SPANISH_WORD_REPEAT_RULE", "PORTUGUESE_WORD_REPEAT_RULE");

    /** Two of them in a row may be right. */
    private static final Set<String> DOUBLED = Set.of("that", "had", "is", "her", "you", "in", "die", "der", "das", "nous", "vous");

    private static final int SHORTEST_WORD = 3;

    private Plausibility() {}

    /**
     * @param range in the prose of the block
     * @param firstSentence whether the sentence begins the block or a passage of it
     */
    static boolean isMeant(SentenceMatch match, Block block, TextRange range, boolean firstSentence) {
        Prose prose = block.prose();
        String rule = match.rule().id();
        if (prose.hasPlaceholder(range)
                || !block.kind().holdsSentences() && !match.rule().spelling() && !WITHOUT_SENTENCES.contains(rule)) {
            return false;
        }
        return switch (rule) {
            // a paragraph may go on behind a formula or a list, a caption or an item may be a phrase
            case "UPPERCASE_SENTENCE_START" -> !firstSentence && isPlainWord(prose.text(), range);
            case "COMMA_PARENTHESIS_WHITESPACE" -> isBetweenWords(prose.text(), range);
            case "EN_A_VS_AN" -> !isAcronymBehind(prose.text(), range.end());
            default -> match.rule().spelling() || !hasAcronym(range.of(prose.text()));
        };
    }

    /** Whether a finding that is sure in general is so here. */
    static boolean isSure(SentenceMatch match, String text) {
        String first = text.indexOf(' ') < 0 ? text : text.substring(0, text.indexOf(' '));
        return match.rule().sure() && match.replacements().size() == 1 && !DOUBLED.contains(first);
    }

    /** A word of the language, no label of a list or panel such as {@code a-c)}. */
    private static boolean isPlainWord(String text, TextRange range) {
        boolean label = range.end() < text.length() && ").:".indexOf(text.charAt(range.end())) >= 0;
        return !label && range.length() >= 2 && range.of(text).indexOf('-') < 0;
    }

    /** Whether words stand on both sides: what is short may be part of a name or formula, such as {@code Fig. 2a,b}. */
    private static boolean isBetweenWords(String text, TextRange range) {
        return wordLength(text, range.start(), -1) >= SHORTEST_WORD && wordLength(text, range.end(), 1) >= SHORTEST_WORD;
    }

    private static int wordLength(String text, int from, int step) {
        int at = step < 0 ? from - 1 : from;
        while (at >= 0 && at < text.length() && !Character.isLetterOrDigit(text.charAt(at)) && Math.abs(at - from) < 2) {
            at += step;
        }
        int length = 0;
        while (at >= 0 && at < text.length() && Character.isLetter(text.charAt(at))) {
            length++;
            at += step;
        }
        return length;
    }

    private static boolean isAcronymBehind(String text, int from) {
        int start = from;
        while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return hasAcronym(text.substring(start, end));
    }

    /** Two capitals in one word. */
    private static boolean hasAcronym(String text) {
        int capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            capitals = Character.isUpperCase(c) ? capitals + 1 : Character.isLetterOrDigit(c) ? capitals : 0;
            if (capitals >= 2) {
                return true;
            }
        }
        return false;
    }
}
