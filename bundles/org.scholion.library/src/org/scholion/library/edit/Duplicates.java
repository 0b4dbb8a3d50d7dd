package org.scholion.library.edit;

import java.util.List;
import org.scholion.library.Reference;
import org.scholion.library.internal.edit.DuplicateSearch;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Finds references to the same work. */
public final class Duplicates {

    private Duplicates() {}

    /**
     * Finds groups in time nearly linear to the number of references: only those are compared that share a DOI, a number in an archive,
     * their title's beginning, or first author and year.
     *
     * @return the groups of the same publication first, each in the order of the list
     */
    public static List<DuplicateGroup> find(List<Reference> references, CancelToken cancel) throws CancelledException {
        return new DuplicateSearch(references).find(cancel);
    }
}
