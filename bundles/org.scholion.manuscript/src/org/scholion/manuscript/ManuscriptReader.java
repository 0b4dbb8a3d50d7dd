package org.scholion.manuscript;

import java.nio.file.Path;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads one format. An OSGi service; thread-safe. */
public interface ManuscriptReader {

    /** Whether this reader is for files of that name. The file need not exist. */
    boolean reads(Path file);

    /**
     * The main file of the paper that {@code file} belongs to: itself, what its magic comment names, or what a search of the folders
     * around it finds.
     */
    Path rootOf(Path file, OpenTexts openTexts);

    /**
     * Reads the whole paper from its main file. What cannot be understood becomes a {@link Problem} and the rest is read.
     *
     * @param root the main file
     * @param openTexts texts that stand above the files
     * @throws ManuscriptException when the main file cannot be read at all
     * @throws CancelledException when nobody waits any more
     */
    Manuscript read(Path root, OpenTexts openTexts, CancelToken cancel) throws ManuscriptException, CancelledException;

    /**
     * The same for formats in which a paper can be protected with a password; other readers leave the passwords aside.
     *
     * @param passwords asked when the main file is protected
     */
    default Manuscript read(Path root, OpenTexts openTexts, Passwords passwords, CancelToken cancel)
            throws ManuscriptException, CancelledException {
        return read(root, openTexts, cancel);
    }
}
