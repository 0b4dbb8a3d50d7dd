package org.scholion.assist.language.internal.languagetool;

import org.scholion.assist.Category;
import org.scholion.assist.Severity;

/**
 * What is known of a rule of LanguageTool; shared by all of its findings.
 *
 * @param id shown and used to switch it off
 * @param description one sentence or phrase of LanguageTool
 * @param group the name of LanguageTool's category
 * @param confidence share of findings that are right, see {@code releng/evaluation}
 * @param spelling whether it looks words up in a dictionary
 * @param sure whether a finding with one replacement may be applied unseen
 * @param onByDefault whether it runs when nobody said anything
 * @param wrong an example that the rule finds; may be empty
 * @param right the example, or another, as it should be; may be empty
 */
record RuleFacts(
        String id,
        String description,
        String group,
        Category category,
        Severity severity,
        double confidence,
        boolean spelling,
        boolean sure,
        boolean onByDefault,
        String wrong,
        String right) {}
