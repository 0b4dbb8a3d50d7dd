package org.scholion.library.search;

/** Told how far an index is. */
@FunctionalInterface
public interface RefreshProgress {

    /** Nobody is told. */
    RefreshProgress NONE = (done, total) -> {
        // nobody is told
    };

    /**
     * Some entries are done.
     *
     * @param done entries that are indexed
     * @param total entries to index this time, changed ones only
     */
    void at(int done, int total);
}
