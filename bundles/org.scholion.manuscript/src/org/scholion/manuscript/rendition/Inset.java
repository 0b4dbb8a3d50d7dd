package org.scholion.manuscript.rendition;

import java.util.Optional;

/**
 * Something that shows between two letters of a line and is no text of it.
 *
 * @param offset in the line, of the letter that it stands before
 * @param kind what it is
 * @param text that shows
 * @param change who deleted it, of a deletion; else empty
 */
public record Inset(int offset, Kind kind, String text, Optional<TrackedChange> change) {

    /** What shows. */
    public enum Kind {
        /** Words that somebody deleted and nobody gave up yet. */
        DELETION,
        /** The mark of a footnote or endnote. */
        NOTE_MARK
    }
}
