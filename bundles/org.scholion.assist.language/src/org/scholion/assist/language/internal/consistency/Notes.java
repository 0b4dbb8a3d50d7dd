package org.scholion.assist.language.internal.consistency;

import java.util.List;
import org.scholion.text.TextRange;

/** Takes what a rule finds in a block. */
@FunctionalInterface
public interface Notes {

    /**
     * @param range in the prose
     * @param replacements the best first; may be empty
     * @param arguments of the rule's message
     */
    void add(Rule rule, TextRange range, List<String> replacements, Object... arguments);
}
