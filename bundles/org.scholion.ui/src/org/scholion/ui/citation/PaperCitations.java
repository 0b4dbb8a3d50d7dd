package org.scholion.ui.citation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scholion.assist.AssistException;
import org.scholion.library.search.LibraryHits;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Which works can be cited in the papers that are open. An OSGi service; thread-safe. */
public interface PaperCitations {

    /**
     * The works that fit a place of an open file best. Takes its time: for jobs, not for the thread of the user interface.
     *
     * @param offset in the text that the editor shows
     * @param limit how many at most, at least 1
     */
    CitationAnswer at(Path file, int offset, int limit, CancelToken cancel) throws AssistException, CancelledException;

    /**
     * The works for which somebody searches in all that can be cited in the paper of a file. Takes its time as well.
     *
     * @param text see {@link org.scholion.library.search.LibraryQuery}
     * @param limit how many at most, at least 1
     */
    CitationAnswer search(Path file, String text, int limit, CancelToken cancel) throws AssistException, CancelledException;

    /**
     * Whether the works say so that are cited at a place of an open file, or else in the sentence there. Takes its time as well.
     *
     * @return empty where the sentence cites nothing
     */
    List<VerifiedWork> verify(Path file, int offset, CancelToken cancel) throws AssistException, CancelledException;

    /** Whether works that were found for a place say what the sentence there says. Takes its time as well. */
    List<VerifiedWork> verify(CitationAnswer answer, List<CitableWork> works, CancelToken cancel) throws AssistException, CancelledException;

    /**
     * Works that were found elsewhere, as they can be cited in the paper of a file. Takes its time as well.
     *
     * @param hits each with the source that it stands in
     */
    CitationAnswer citable(Path file, List<LibraryHits.Hit> hits, CancelToken cancel) throws AssistException, CancelledException;

    /** Who writes citations into texts like that of a file; empty where nobody can. */
    Optional<CitationWriter> writer(Path file);

    /** {@code listener} hears, from any thread, when an index changed. */
    void addListener(Runnable listener);

    void removeListener(Runnable listener);
}
