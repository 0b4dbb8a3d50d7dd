package org.scholion.library.online;

/**
 * Something that was published about a work after it.
 *
 * @param source that knows of it
 * @param kind what it says
 * @param doi of the notice; may be empty
 * @param date ISO 8601; may be empty
 */
public record WorkNotice(OnlineSource source, Kind kind, String doi, String date) {

    /** The gravest first. */
    public enum Kind {
        /** Also: withdrawn, removed. */
        RETRACTED,
        CONCERN,
        CORRECTED,
        /** Such as a new version or an addendum. */
        OTHER
    }
}
