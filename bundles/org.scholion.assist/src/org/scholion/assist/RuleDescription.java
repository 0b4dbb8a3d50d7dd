package org.scholion.assist;

/**
 * What a rule is for, as its page of the documentation says.
 *
 * @param id the rule's id, the same as in {@link Advice#rule()}
 * @param category what its findings are about
 * @param title a few words
 * @param reason why an author should care: plain text, paragraphs with an empty line between them
 * @param wrong an example that the rule finds
 * @param right the example as it should be
 * @param onByDefault whether it runs when nobody said anything; {@link CheckSettings#rulesOn()} switches others on
 * @param origin the rule set
 */
public record RuleDescription(
        String id, Category category, String title, String reason, String wrong, String right, boolean onByDefault, Origin origin) {}
