package org.scholion.assist.language.internal.languagetool;

import java.util.List;
import org.scholion.text.TextRange;

/**
 * What a rule says about a part of a sentence.
 *
 * @param range in the sentence
 * @param replacements empty for misspellings, whose replacements are costly and computed when somebody wants to see them
 * @param judged whether it counts only where a language model agrees
 * @param variety whether the word is right in another variety of the language
 */
record SentenceMatch(TextRange range, RuleFacts rule, String message, List<String> replacements, boolean judged, boolean variety) {
    SentenceMatch {
        replacements = List.copyOf(replacements);
    }

    SentenceMatch withReplacements(List<String> others) {
        return new SentenceMatch(range, rule, message, others, judged, variety);
    }
}
