package org.scholion.manuscript;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Gives the passwords of protected documents: asks the author, or knows them. Called from worker threads: implementations are
 * thread-safe, and may keep the thread waiting while somebody types. Whoever reads and then writes a document is asked each time;
 * implementations that ask a person remember the answer for the document.
 */
@FunctionalInterface
public interface Passwords {

    /** Nobody knows any. */
    Passwords NONE = (document, refused) -> Optional.empty();

    /**
     * The password of a document.
     *
     * @param document absolute and normalised
     * @param refused whether the one that was given last for this reading was wrong
     * @return empty when there is none to try, or none any more; reading then ends with a message
     */
    Optional<String> passwordOf(Path document, boolean refused);
}
