package org.scholion.text;

import java.util.Comparator;
import java.util.List;

/**
 * Replacements of one text that can be made together: sorted by place, none overlapping another.
 *
 * @param edits in any order; sorted and copied
 */
public record TextEdits(List<TextEdit> edits) {

    /**
     * @throws IllegalArgumentException when two edits overlap, or two insertions stand at one place, since their order would be open
     */
    public TextEdits {
        edits = edits.stream().sorted(Comparator.comparing(TextEdit::range)).toList();
        for (int i = 1; i < edits.size(); i++) {
            TextRange previous = edits.get(i - 1).range();
            TextRange range = edits.get(i).range();
            if (range.start() < previous.end() || range.equals(previous)) {
                throw new IllegalArgumentException("edits overlap at " + previous + " and " + range);
            }
        }
    }

    /**
     * The text after all replacements.
     *
     * @throws IndexOutOfBoundsException when an edit lies behind the end of {@code text}
     */
    public String applyTo(CharSequence text) {
        StringBuilder result = new StringBuilder(text.length() + 64);
        int from = 0;
        for (TextEdit edit : edits) {
            result.append(text, from, edit.range().start()).append(edit.replacement());
            from = edit.range().end();
        }
        return result.append(text, from, text.length()).toString();
    }
}
