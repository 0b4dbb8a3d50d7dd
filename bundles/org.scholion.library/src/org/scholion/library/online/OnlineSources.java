package org.scholion.library.online;

import java.nio.file.Path;
import org.scholion.library.LibraryException;

/**
 * Sources of references on the Internet, a service. One for the whole program: it keeps to what each source wants, whoever asks, and holds
 * the connections. Thread-safe.
 */
public interface OnlineSources {

    /**
     * The sources that the author allows. Nothing is sent by this call.
     *
     * @param settings what counts for all calls of the answer; ask again when they change
     */
    OnlineLibrary with(OnlineSettings settings);

    /**
     * Deletes the answers that are kept in a folder; nothing else in it.
     *
     * @param cache see {@link OnlineSettings#cache()}; need not exist
     * @return how many there were
     */
    int forgetAnswers(Path cache) throws LibraryException;
}
