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
                new Note(endnote, id), note -> endnote ? Numerals.roman(++endnotes) : String.valueOf(++footnotes));
    }
}
