package org.scholion.library.online;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * What the sources that are on can do. Every call may take seconds and belongs into the background; each ends within 100 ms after its token
 * says so. Thread-safe.
 *
 * <p>Every call throws a {@link LibraryException} when no source that is on can do it, and when all that can failed; those of a single source
 * name it.
 */
public interface OnlineLibrary {

    /** Searches one source by text. */
    interface TextSearch {
        OnlineSource source();

        /**
         * @param query words of a title, names, a year
         * @param limit how many at most, 1 to 100
         * @return in the order of the source; their keys are proposals
         */
        List<Reference> search(String query, int limit, CancelToken cancel) throws LibraryException, CancelledException;
    }

    /** Looks up works by their numbers in one source. */
    interface Lookup {
        OnlineSource source();

        /** Whether it knows numbers of this kind. */
        boolean knows(WorkId.Kind kind);

        /** @return empty when the source does not know it */
        Optional<Reference> find(WorkId id, CancelToken cancel) throws LibraryException, CancelledException;
    }

    /** Knows where PDFs are open. */
    interface PdfLookup {
        OnlineSource source();

        /** Whether it knows numbers of this kind. */
        boolean knows(WorkId.Kind kind);

        /** @return the best first; empty when none is known */
        List<OpenPdf> pdfs(WorkId id, CancelToken cancel) throws LibraryException, CancelledException;
    }

    /** Knows what was published about works later. */
    interface StatusLookup {
        OnlineSource source();

        /** Whether it knows numbers of this kind. */
        boolean knows(WorkId.Kind kind);

        /** @return the gravest first; empty when nothing is known, which does not prove that there is nothing */
        List<WorkNotice> notices(WorkId id, CancelToken cancel) throws LibraryException, CancelledException;
    }

    /** Those that are on; the same for the others. */
    List<TextSearch> searches();

    List<Lookup> lookups();

    List<PdfLookup> pdfLookups();

    List<StatusLookup> statusLookups();

    /** Searches all sources that are on and puts what they found together. */
    OnlineAnswer<Reference> search(String query, int limit, CancelToken cancel) throws LibraryException, CancelledException;

    /** The first source that knows it counts. */
    Optional<Reference> find(WorkId id, CancelToken cancel) throws LibraryException, CancelledException;

    /** Retractions, corrections and the like of a work, by each number that it has. */
    OnlineAnswer<WorkNotice> notices(Reference reference, CancelToken cancel) throws LibraryException, CancelledException;

    /** Where the PDF of a work is open, by each number that it has. */
    OnlineAnswer<OpenPdf> pdfs(Reference reference, CancelToken cancel) throws LibraryException, CancelledException;

    /** Whether a work exists: by its numbers, then by its title. */
    ReferenceCheck check(Reference reference, CancelToken cancel) throws LibraryException, CancelledException;

    /**
     * Loads a PDF. The server that has it gets the request for it, with nothing about the author but the name of the program and the contact.
     *
     * @param folder must exist; nothing in it is ever replaced
     * @param name of the file without {@code .pdf}; what file systems do not want is left out, and a number is put behind where it is taken
     * @return the file, which begins like a PDF and is complete
     */
    Path load(OpenPdf pdf, Path folder, String name, CancelToken cancel) throws LibraryException, CancelledException;
}
