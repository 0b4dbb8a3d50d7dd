package org.scholion.manuscript;

import java.util.List;

/**
 * What the author tells the checkers in a comment of the source.
 *
 * @param kind what to do
 * @param values words or rule ids; empty means all rules for {@link Kind#RULES_OFF}
 * @param range where it holds, in the unit of the comment; a word holds in the whole paper
 */
public record Directive(Kind kind, List<String> values, SourceRange range) {

    /** What a directive does. Languages are not here: they show in {@link Block#language()}. */
    public enum Kind {
        RULES_OFF,
        WORDS
    }

    public Directive {
        values = List.copyOf(values);
    }
}
