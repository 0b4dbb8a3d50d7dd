package org.scholion.text;

/**
 * One replacement in a text.
 *
 * @param range what is replaced; empty for an insertion
 * @param replacement what stands there afterwards; empty for a deletion
 */
public record TextEdit(TextRange range, String replacement) {

    /** By how many units the text grows. */
    public int growth() {
        return replacement.length() - range.length();
    }

    /**
     * The same change without what stays equal at both ends of it. Surrogate pairs are not torn.
     *
     * @param text the text that {@link #range()} speaks of
     */
    public TextEdit minimal(CharSequence text) {
        String before = range.of(text);
        int limit = Math.min(before.length(), replacement.length());
        int head = 0;
        while (head < limit && before.charAt(head) == replacement.charAt(head)) {
            head++;
        }
        if (head > 0 && Character.isHighSurrogate(before.charAt(head - 1))) {
            head--;
        }
        int tail = 0;
        while (tail < limit - head
                && before.charAt(before.length() - 1 - tail) == replacement.charAt(replacement.length() - 1 - tail)) {
            tail++;
        }
        if (tail > 0 && Character.isLowSurrogate(before.charAt(before.length() - tail))) {
            tail--;
        }
        return new TextEdit(
                new TextRange(range.start() + head, range.end() - tail),
                replacement.substring(head, replacement.length() - tail));
    }
}
