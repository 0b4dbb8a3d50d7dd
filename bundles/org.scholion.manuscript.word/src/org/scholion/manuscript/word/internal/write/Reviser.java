package org.scholion.manuscript.word.internal.write;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Who changes a document, when, and with which numbers. Not thread-safe. */
final class Reviser {

    static final String AUTHOR = "Scholion";

    private final String date;
    private int next;

    /** @param first the first number that no other change or comment has */
    Reviser(Instant time, int first) {
        date = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)) + "Z";
        next = first;
    }

    String date() {
        return date;
    }

    String nextId() {
        return String.valueOf(next++);
    }

    /** The attributes of a tracked change. */
    String[] attributes() {
        return new String[] {"id", nextId(), "author", AUTHOR, "date", date};
    }
}
