package org.scholion.library.edit;

import java.util.List;
import org.scholion.library.Reference;

/**
 * References to one work.
 *
 * @param references two or more, in the order of the list they were found in
 * @param kind whether they are the same
 * @param reason what shows it
 * @param message the reason, one sentence for the author in his language
 */
public record DuplicateGroup(List<Reference> references, Kind kind, Reason reason, String message) {

    public DuplicateGroup {
        references = List.copyOf(references);
    }

    /** Whether references are the same. */
    public enum Kind {
        /** The same publication. */
        SAME,
        /** The same work in another version: a preprint and what was published, a conference paper and the article made of it. */
        OTHER_VERSION
    }

    /** What shows that references belong together. */
    public enum Reason {
        DOI,
        EPRINT,
        /** Title, first author and year agree. */
        TITLE,
        PREPRINT_AND_PUBLISHED,
        OTHER_VENUE
    }
}
