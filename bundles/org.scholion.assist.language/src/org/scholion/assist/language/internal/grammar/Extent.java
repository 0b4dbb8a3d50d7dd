package org.scholion.assist.language.internal.grammar;

import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** Widens changes to what a reader wants to see marked. */
final class Extent {

    private Extent() {}

    /**
     * The same change as one of whole words, of the old text and of the new: a new ending becomes a new word, two words that are joined
     * stand whole, an insertion between words stays what it is.
     */
    static TextEdit wholeWords(String sentence, TextEdit edit) {
        int start = edit.range().start();
        int end = edit.range().end();
        String added = edit.replacement();
        boolean left = isWordUnit(sentence, start - 1)
                && (isWordUnit(sentence, start) || (added.isEmpty() ? isWordUnit(sentence, end) : isWordUnit(added, 0)));
        boolean right = isWordUnit(sentence, end)
                && (isWordUnit(sentence, end - 1)
                        || (added.isEmpty() ? isWordUnit(sentence, start - 1) : isWordUnit(added, added.length() - 1)));
        int from = start;
        while (left && isWordUnit(sentence, from - 1)) {
            from--;
        }
        int to = end;
        while (right && isWordUnit(sentence, to)) {
            to++;
        }
        return widened(sentence, edit, from, to);
    }

    /**
     * The same change with the word behind it, or else the one before it, where nothing that can be marked would change: an insertion, or
     * a space that becomes a hyphen.
     *
     * @param edit of whole words
     */
    static TextEdit visible(String sentence, TextEdit edit) {
        int start = edit.range().start();
        int end = edit.range().end();
        boolean blank = edit.range().of(sentence).isBlank();
        if (!blank) {
            return edit;
        }
        int to = end;
        while (to < sentence.length() && sentence.charAt(to) == ' ') {
            to++;
        }
        int word = to;
        while (isWordUnit(sentence, to)) {
            to++;
        }
        boolean behind = to > word && !edit.replacement().startsWith(",");
        int from = start;
        if (!behind || edit.replacement().equals("-")) {
            while (isWordUnit(sentence, from - 1)) {
                from--;
            }
        }
        return behind || from < start ? widened(sentence, edit, from, behind ? to : end) : edit;
    }

    private static TextEdit widened(String sentence, TextEdit edit, int from, int to) {
        return new TextEdit(
                new TextRange(from, to),
                sentence.substring(from, edit.range().start()) + edit.replacement() + sentence.substring(edit.range().end(), to));
    }

    private static boolean isWordUnit(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c) || c == '\'' || c == '\u2019';
    }
}
