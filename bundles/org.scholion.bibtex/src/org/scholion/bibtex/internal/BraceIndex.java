package org.scholion.bibtex.internal;

import java.util.Arrays;

/**
 * Knows for each opening brace of a text where it is closed, so that an unclosed one is seen without reading to the end of the file
 * again and again. As in BibTeX a backslash does not protect a brace.
 */
final class BraceIndex {

    static final int UNCLOSED = -1;

    private int[] opens = new int[64];
    private int[] closes = new int[64];
    private int count;

    BraceIndex(String text) {
        int[] stack = new int[64];
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                if (depth == stack.length) {
                    stack = Arrays.copyOf(stack, depth * 2);
                }
                stack[depth++] = add(i);
            } else if (c == '}' && depth > 0) {
                closes[stack[--depth]] = i;
            }
        }
    }

    /** Where the brace that opens at {@code offset} is closed, or {@link #UNCLOSED}. */
    int close(int offset) {
        int found = Arrays.binarySearch(opens, 0, count, offset);
        return found < 0 ? UNCLOSED : closes[found];
    }

    private int add(int offset) {
        if (count == opens.length) {
            opens = Arrays.copyOf(opens, count * 2);
            closes = Arrays.copyOf(closes, count * 2);
        }
        opens[count] = offset;
        closes[count] = UNCLOSED;
        return count++;
    }
}
