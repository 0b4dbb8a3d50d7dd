package org.scholion.bibtex.internal;

import java.util.Arrays;

/** The places where a line begins like an entry: where reading goes on after something broken. */
final class RestartIndex {

    private int[] places = new int[64];
    private boolean[] withKey = new boolean[64];
    private int count;

    RestartIndex(String text) {
        for (int i = text.indexOf('@'); i >= 0; i = text.indexOf('@', i + 1)) {
            if (beginsLine(text, i)) {
                addIfEntry(text, i);
            }
        }
    }

    private static boolean beginsLine(String text, int at) {
        int i = at - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\uFEFF')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    /** The first place at or behind {@code offset}, or {@code otherwise}. */
    int next(int offset, int otherwise) {
        int index = indexFrom(offset);
        return index < count ? places[index] : otherwise;
    }

    /** Whether {@code offset} is such a place. */
    boolean isAt(int offset) {
        return Arrays.binarySearch(places, 0, count, offset) >= 0;
    }

    /** Whether an entry with a key seems to begin in the given range. */
    boolean entryIn(int start, int end) {
        for (int i = indexFrom(start); i < count && places[i] < end; i++) {
            if (withKey[i]) {
                return true;
            }
        }
        return false;
    }

    private int indexFrom(int offset) {
        int found = Arrays.binarySearch(places, 0, count, offset);
        return found >= 0 ? found : -found - 1;
    }

    private void addIfEntry(String text, int at) {
        int i = at + 1;
        while (i < text.length() && Parser.isTypeChar(text.charAt(i))) {
            i++;
        }
        boolean named = i > at + 1;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        if (!named || i == text.length() || text.charAt(i) != '{' && text.charAt(i) != '(') {
            return;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
            withKey = Arrays.copyOf(withKey, count * 2);
        }
        places[count] = at;
        withKey[count++] = hasKey(text, i + 1);
    }

    private static boolean hasKey(String text, int from) {
        int i = from;
        while (i < text.length() && "{}()=\",\r\n".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i > from && i < text.length() && text.charAt(i) == ',';
    }
}
