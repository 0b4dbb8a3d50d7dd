package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.text.TextRange;

/**
 * A word, sign or placeholder of a sentence, as the tagger was trained on them: a sign is a word of its own, an apostrophe inside a word
 * is part of it.
 *
 * @param text what stands there
 * @param range where
 */
record Word(String text, TextRange range) {

    private static final Pattern WORD = Pattern.compile(
            "\\[(?:math|cite|ref|code|url|other)\\]|[\\p{L}\\p{N}]+(?:['\u2019][\\p{L}\\p{N}]+)*|\\S");

    /** The words of a sentence in order. */
    static List<Word> of(String sentence) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(sentence);
        while (matcher.find()) {
            words.add(new Word(matcher.group(), new TextRange(matcher.start(), matcher.end())));
        }
        return words;
    }

    /** Whether it stands for what is no text. */
    boolean isPlaceholder() {
        return text.length() > 1 && text.charAt(0) == '[';
    }

    boolean isCapitals() {
        return text.length() > 1 && text.chars().allMatch(Character::isUpperCase);
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.charAt(0));
    }
}
