package org.scholion.manuscript.latex.internal.read;

import java.util.List;
import org.scholion.manuscript.latex.internal.tex.Slice;

/**
 * A command or the begin of an environment that the paper defines.
 *
 * @param parameters from left to right
 * @param prefix what stands before the first parameter of a {@code \def}; else empty
 * @param body what it expands to
 */
record Macro(String name, String prefix, List<Parameter> parameters, Slice body) {

    /** How an argument is found. */
    enum Form {
        MANDATORY,
        /** Between two characters or not there; the text is them and the default: {@code []default}. */
        OPTIONAL,
        /** The character in the text, or not there. */
        STAR,
        /** Up to the text. */
        DELIMITED,
        /** In braces, or not there. */
        BRACED
    }

    /**
     * A parameter.
     *
     * @param brackets of an optional one, its two brackets; the letter of a star; what ends a delimited one
     * @param value of an optional one, when it is not there; missing for none
     */
    record Parameter(Form form, String brackets, Slice value) {
        static Parameter mandatory() {
            return new Parameter(Form.MANDATORY, "", Slice.MISSING);
        }
    }

    /**
     * An environment.
     *
     * @param begin with the parameters
     * @param end may use the same parameters
     */
    record Environment(Macro begin, Slice end) {}

    /** Whether its first argument goes up to some text, so that blanks in front of it count. */
    boolean beginsDelimited() {
        return prefix.isEmpty() && !parameters.isEmpty() && parameters.getFirst().form() == Form.DELIMITED;
    }

    /** Whether it looks for its arguments by itself, so that nobody knows them beforehand. */
    boolean looksAhead() {
        String source = body.source();
        return parameters.isEmpty()
                && (source.contains("\\@ifnextchar") || source.contains("\\@ifstar") || source.contains("\\futurelet")
                        || source.contains("\\@dblarg") || source.contains("\\@startsection") || source.contains("\\csname"));
    }
}
