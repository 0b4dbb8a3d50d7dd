package org.scholion.cli.internal.report;

import java.util.Optional;

/** What is known of a rule beside its findings. */
@FunctionalInterface
public interface RuleTexts {

    /** Nothing is known. */
    RuleTexts NONE = rule -> Optional.empty();

    /**
     * A rule in words.
     *
     * @param title a few words
     * @param explanation why, in plain text; may be empty
     * @param markdown the explanation with examples; may be empty
     */
    record RuleText(String title, String explanation, String markdown) {}

    Optional<RuleText> of(String rule);
}
