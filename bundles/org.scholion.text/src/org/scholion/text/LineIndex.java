package org.scholion.text;

import java.util.Arrays;

/** Finds lines and columns of a text; lines end with LF, CR or CRLF. Immutable. */
public final class LineIndex {

    private final int length;
    private final int[] starts;

    public LineIndex(CharSequence text) {
        length = text.length();
        int[] found = new int[Math.max(16, length / 32)];
        int count = 1;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && !(i + 1 < length && text.charAt(i + 1) == '\n')) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    public int lineCount() {
        return starts.length;
    }

    /** The 1-based line that holds the unit at {@code offset}, which may be the end of the text. */
    public int line(int offset) {
        checkOffset(offset);
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The 1-based column, in UTF-16 units, of {@code offset} in its line. */
    public int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }

    /** Where the 1-based {@code line} begins. */
    public int start(int line) {
        return starts[line - 1];
    }

    private void checkOffset(int offset) {
        if (offset < 0 || offset > length) {
            throw new IndexOutOfBoundsException("offset " + offset + " in a text of " + length);
        }
    }
}
