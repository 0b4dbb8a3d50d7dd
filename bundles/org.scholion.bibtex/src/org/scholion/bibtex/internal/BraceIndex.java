package org.scholion.bibtex.internal;

import java.util.Arrays;

/**
 * Knows for each opening brace of a text where it is closed, so that an unclosed one is seen without reading to the end of the file
 * again and again. As in BibTeX a backslash does not protect a brace.
 */
final class BraceIndex {

    static final int UNCLOSED = -1;

    private static final int NEAR = 16;

    private int[] opens = new int[64];
    private int[] closes = new int[64];
    private int count;
    private int last;

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
        // mostly asked for in the order of the text
        int near = last;
        int end = Math.min(count, near + NEAR);
        while (near < end && opens[near] < offset) {
            near++;
        }
        int found = near < end && opens[near] == offset ? near : Arrays.binarySearch(opens, 0, count, offset);
        if (found < 0) {
            return UNCLOSED;
        }
        last = found;
        return closes[found];
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
