package org.scholion.manuscript.word.internal.render;

import java.util.HashMap;
import java.util.Map;

/** Numbers footnotes and endnotes in the order in which the text refers to them. Used for one document. */
final class NoteNumbers {

    private record Note(boolean endnote, String id) {}

    private final Map<Note, String> labels = new HashMap<>();
    private int footnotes;
    private int endnotes;

    /** The label of a note: a number, or for an endnote a small Roman one, as Word has it where a document says nothing else. */
    String label(boolean endnote, String id) {
        return labels.computeIfAbsent(
                new Note(endnote, id), note -> endnote ? roman(++endnotes) : String.valueOf(++footnotes));
    }

    private static String roman(int number) {
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] letters = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                roman.append(letters[i]);
                rest -= values[i];
            }
        }
        return roman.toString();
    }
}
