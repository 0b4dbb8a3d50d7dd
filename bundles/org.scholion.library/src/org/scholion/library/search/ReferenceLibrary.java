package org.scholion.library.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The indexes of all sources. An OSGi service; thread-safe. Indexes live in the user's folder of data, are crash-safe, and are made anew when
 * they cannot be read. Several programs may search at once; one at a time writes an index, and the others go on with what was there.
 */
public interface ReferenceLibrary {

    /**
     * Brings the index of a source in step with it. Does nothing when neither the source nor the encoder changed. Only changed entries are
     * indexed again.
     *
     * @param source see {@link org.scholion.library.ReferenceFiles#read}
     * @param meaning whether vectors are wanted, too; without a model for them they are left out
     * @param progress told from the calling thread
     */
    RefreshReport refresh(Path source, boolean meaning, RefreshProgress progress, CancelToken cancel)
            throws LibraryException, CancelledException;

    /**
     * Indexes references that were read already, such as those of an editor that was not saved.
     *
     * @param source what they belong to; the index of it is replaced by them
     */
    RefreshReport refresh(Path source, ReadReferences references, boolean meaning, RefreshProgress progress, CancelToken cancel)
            throws LibraryException, CancelledException;

    /** Forgets a source and removes its index; nothing happens when there is none. */
    void remove(Path source) throws LibraryException;

    /** What people look for. Sources without an index are left out. */
    LibraryHits search(LibraryQuery query, CancelToken cancel) throws LibraryException, CancelledException;

    /**
     * The works that may belong at a place, in no order that means something, at most about three times {@link PlaceQuery#limit()}. Sources without
     * an index are left out.
     */
    List<Candidate> candidates(PlaceQuery query, CancelToken cancel) throws LibraryException, CancelledException;

    /**
     * The words of the sentence of a place that works have as well, as they stand in the sentence.
     *
     * @return for each work its words, the rarest in the sources first
     */
    List<List<String>> matches(PlaceQuery query, List<Reference> references) throws LibraryException;

    /** The passages of the documents of a work that are nearest to a text, best first. */
    List<PassageHit> passages(Path source, String key, String text, int limit, CancelToken cancel)
            throws LibraryException, CancelledException;

    /** A reference by its key; the first source that has it. */
    Optional<Reference> reference(Collection<Path> sources, String key) throws LibraryException;

    /** All references of a source in its order; empty without an index. */
    List<Reference> references(Path source) throws LibraryException;
}
