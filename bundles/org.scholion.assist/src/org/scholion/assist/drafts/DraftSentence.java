package org.scholion.assist.drafts;

import java.util.List;
import java.util.Optional;

/**
 * A sentence of a text that was made for the author.
 *
 * @param text as it is read
 * @param markup the same in the notation of the paper, such as {@code $x^2$} for a formula
 * @param role what it does in an abstract; empty where that is not known
 * @param evidence what it rests on, the nearest first; empty where nothing was found
 * @param supported whether the evidence says what the sentence says
 */
public record DraftSentence(String text, String markup, Optional<SentenceRole> role, List<Evidence> evidence, boolean supported) {

    public DraftSentence {
        evidence = List.copyOf(evidence);
        if (supported && evidence.isEmpty()) {
            throw new IllegalArgumentException("supported by nothing: " + text);
        }
    }
}
