package org.scholion.evaluation;

import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * An error that was put into a block.
 *
 * @param kind which
 * @param block the number of the block
 * @param before the prose as it was published
 * @param edit of that prose; nothing at its ends stays equal
 */
record Planted(PlantedKinds.Kind kind, int block, String before, TextEdit edit) {

    private static final int CONTEXT = 60;

    /** The prose with the error. */
    String after() {
        return before.substring(0, edit.range().start()) + edit.replacement() + before.substring(edit.range().end());
    }

    /** The wrong words in the prose with the error; where something is missing the words on both sides. */
    TextRange wrong() {
        String text = after();
        int start = edit.range().start();
        int end = start + edit.replacement().length();
        String removed = edit.range().of(before);
        boolean missing = edit.replacement().isBlank() && (removed.isBlank() || !removed.chars().allMatch(Character::isLetter));
        // of two equal words in a row either may be the one too many
        while (edit.range().isEmpty() && start > 0 && text.charAt(start - 1) == text.charAt(end - 1)) {
            start--;
            end--;
        }
        end = edit.range().start() + edit.replacement().length();
        if (!edit.replacement().isBlank()) {
            while (Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            while (Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        return new TextRange(wordStart(text, start, missing), wordEnd(text, end, missing));
    }

    /** The text around the error, with the error in brackets as {@code [published|wrong]}. */
    String context() {
        int from = Math.max(0, edit.range().start() - CONTEXT);
        int to = Math.min(before.length(), edit.range().end() + CONTEXT);
        String around = before.substring(from, edit.range().start())
                + "[" + edit.range().of(before) + "|" + edit.replacement() + "]"
                + before.substring(edit.range().end(), to);
        return around.replaceAll("\\s+", " ");
    }

    /** Where a range of the published prose lies in the prose with the error. */
    TextRange moved(TextRange range) {
        int growth = edit.growth();
        int start = range.start() >= edit.range().end() ? range.start() + growth : Math.min(range.start(), edit.range().start());
        int end = range.end() >= edit.range().end() ? range.end() + growth : Math.min(range.end(), edit.range().start());
        return new TextRange(start, Math.max(start, end));
    }

    private static int wordStart(String text, int from, boolean overSpace) {
        int start = from;
        while (overSpace && start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int from, boolean overSpace) {
        int end = from;
        while (overSpace && end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
