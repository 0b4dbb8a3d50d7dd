package org.scholion.assist.language.internal.consistency;

import org.scholion.text.TextRange;

/**
 * A word of a block's prose: letters and digits, with hyphens and apostrophes inside.
 *
 * @param start in the prose
 * @param text as it stands there
 * @param lower in lower case and without a possessive ending
 * @param first whether it begins a sentence, or stands where a capital letter says nothing: behind a colon, a bracket or a quotation mark
 * @param open whether it may be judged: not in a quotation, in another language, or where checking is off
 */
public record Word(int start, String text, String lower, boolean first, boolean open) {

    public int end() {
        return start + text.length();
    }

    public TextRange range() {
        return new TextRange(start, end());
    }
}
