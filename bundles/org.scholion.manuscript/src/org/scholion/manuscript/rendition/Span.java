package org.scholion.manuscript.rendition;

import java.util.Optional;
import java.util.Set;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.TextRange;

/**
 * A stretch of a line whose letters look the same.
 *
 * @param range in the line; not empty
 * @param source the same letters in the text of their paragraph; empty for what shows and is no text of one: deletions, marks of notes,
 *     numbers and bullets of lists, ends of cells
 * @param looks how the letters are set apart
 * @param scale the size of the letters, as a multiple of that of the document's plain text; over 0
 * @param editable whether the letters can be changed
 * @param change the insertion or deletion of somebody that it is part of; empty where it is none
 * @param thing what the one letter of the stretch stands for; empty where it is text
 */
public record Span(
        TextRange range,
        Optional<SourceRange> source,
        Set<Look> looks,
        float scale,
        boolean editable,
        Optional<TrackedChange> change,
        Optional<Thing> thing) {

    /** How letters are set apart. */
    public enum Look {
        BOLD,
        ITALIC,
        UNDERLINE,
        STRIKE_OUT,
        SUPERSCRIPT,
        SUBSCRIPT,
        /** Not printed and, in Word, not shown. */
        HIDDEN,
        LINK,
        /** Of a {@link Span#change()}: taken away by somebody, and not given up yet. */
        DELETED,
        /** The number or bullet of a list, or the mark of a note. */
        MARK,
        /** A tab between two cells of a table that stand in one line. */
        CELL_END
    }

    /**
     * A formula, citation, picture …
     *
     * @param kind what it is
     * @param display what a reader sees as near as text can tell; empty where it cannot
     * @param picture to be shown; empty where there is none
     */
    public record Thing(PlaceholderKind kind, String display, Optional<Picture> picture) {}

    public Span {
        looks = Set.copyOf(looks);
    }

    /** The same further on in the line. */
    public Span shifted(int by) {
        return new Span(range.shifted(by), source, looks, scale, editable, change, thing);
    }
}
