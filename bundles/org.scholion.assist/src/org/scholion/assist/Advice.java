package org.scholion.assist;

import java.util.List;

/**
 * What is said about a place, without the place.
 *
 * @param rule the id of the rule or kind of finding; stable, shown, used to switch it off
 * @param category what it is about
 * @param severity how much it matters
 * @param message one sentence: what is wrong
 * @param reason why it is wrong, or how it should be; may be empty
 * @param replacements plain text, the best first; may be empty; an empty string deletes
 * @param origin who says so
 * @param confidence from 0 to 1: the share of findings like this that are right, where it was measured
 * @param sure whether the first replacement may be applied without being looked at
 */
public record Advice(
        String rule,
        Category category,
        Severity severity,
        String message,
        String reason,
        List<String> replacements,
        Origin origin,
        double confidence,
        boolean sure) {

    public Advice {
        replacements = List.copyOf(replacements);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
        if (sure && replacements.isEmpty()) {
            throw new IllegalArgumentException("sure of nothing: " + rule);
        }
    }
}
