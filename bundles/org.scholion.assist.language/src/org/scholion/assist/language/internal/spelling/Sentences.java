package org.scholion.assist.language.internal.spelling;

import org.scholion.manuscript.Prose;

/** Where sentences begin, as far as capitals go. */
final class Sentences {

    private static final String OPENING = "\"'(\u2018\u201C\u201E\u00AB\u00BF\u00A1[";
    private static final String ENDING = ".!?:\u2026\n\u2022";

    private Sentences() {}

    /** Whether the word at {@code at} begins a sentence or something like it, so that its capital says nothing. */
    static boolean startsAt(String text, int at) {
        int before = at - 1;
        while (before >= 0 && (Character.isWhitespace(text.charAt(before)) && text.charAt(before) != '\n'
                || OPENING.indexOf(text.charAt(before)) >= 0)) {
            before--;
        }
        // behind a citation that stands behind a full stop
        if (before > 0 && text.charAt(before) == Prose.PLACEHOLDER && ENDING.indexOf(text.charAt(before - 1)) >= 0) {
            return true;
        }
        return before < 0 || ENDING.indexOf(text.charAt(before)) >= 0;
    }
}
