package org.scholion.library.online;

import java.util.List;
import java.util.Optional;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;

/**
 * Whether a reference exists.
 *
 * @param verdict what is likely
 * @param score how well {@code match} fits, 0 to 1; 0 when there is none
 * @param match the work that comes nearest
 * @param differences what is different in it
 * @param failures of the sources that could not answer; when all failed, nothing is known
 */
public record ReferenceCheck(
        Verdict verdict,
        double score,
        Optional<Match> match,
        List<Difference> differences,
        List<LibraryException> failures) {

    /** What is likely. */
    public enum Verdict {
        /** It is there, and says the same but for trifles. */
        EXISTS,
        /** Something like it is there: look at what differs. */
        SIMILAR,
        NOT_FOUND,
        /** No source answered. */
        UNKNOWN
    }

    /** What can be different. */
    public enum Part {
        TITLE,
        AUTHORS,
        YEAR,
        VENUE,
        DOI
    }

    /**
     * A work that was found.
     *
     * @param source that has it
     * @param reference what it says
     */
    public record Match(OnlineSource source, Reference reference) {}

    /**
     * Something that is not the same.
     *
     * @param part what
     * @param own what the author has
     * @param found what the source has; empty where a DOI is not known to any
     */
    public record Difference(Part part, String own, String found) {}

    public ReferenceCheck {
        differences = List.copyOf(differences);
        failures = List.copyOf(failures);
    }
}
