package org.scholion.library.shared;

import java.nio.file.Path;
import java.util.Optional;
import org.scholion.library.LibraryException;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The shared library: which server it is on, what it has, and what an author adds. It is searched by the {@link
 * org.scholion.library.search.ReferenceLibrary}, for which it is one more source. An OSGi service; thread-safe. Several programs
 * may change
 * the settings at once.
 */
public interface SharedLibrary {

    /** The name of the shared library among {@link org.scholion.library.Libraries}. */
    String NAME = "shared";

    /** What the author chose; off until then. */
    SharedSettings settings() throws LibraryException;

    /** Chooses a server, or none. Nothing is sent by that. */
    void use(SharedSettings settings) throws LibraryException;

    /** What stands for the shared library among sources: a path at which nothing lies. Empty when it is off. */
    Optional<Path> source() throws LibraryException;

    /** Whether a source is the shared library or a part of it. */
    boolean isShared(Path source);

    /**
     * Asks a server what it has; waits for the answer.
     *
     * @param settings on; not necessarily those that are in use
     * @throws LibraryException says what is wrong with the server, in a sentence for the author
     */
    SharedStatus status(SharedSettings settings, CancelToken cancel) throws LibraryException, CancelledException;

    /**
     * What was wrong when the server was asked last, in a sentence for the author; empty when it answered, or was not asked yet.
     */
    Optional<String> trouble();

    /**
     * Writes the works of a source to the server, so that all who use it find them: new and changed ones, and takes away those
     * that are gone.
     * Places of files on this machine are left out.
     *
     * @param source see {@link org.scholion.library.ReferenceFiles#read}
     * @param name of the source there; what has that name is replaced
     * @param documents whether the text of the works' documents is sent, too
     */
    RefreshReport push(Path source, String name, boolean documents, RefreshProgress progress, CancelToken cancel)
            throws LibraryException, CancelledException;

    /** Takes a source away from the server, for all who use it. */
    void withdraw(String name, CancelToken cancel) throws LibraryException, CancelledException;
}
