package org.scholion.manuscript;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Writes changes back to one format. An OSGi service; thread-safe. */
public interface ManuscriptWriter {

    /** Whether this writer is for manuscripts of that {@link Manuscript#format()}. */
    boolean writes(String format);

    /** How a change shows in the written file. Formats that know only one way ignore it. */
    enum Mode {
        PLAIN,
        TRACKED_CHANGES,
        /** The text stays as it is; a comment proposes each change, with its {@link SourceEdit#note()}. */
        COMMENTS,
        /** A tracked change, with a comment that gives the {@link SourceEdit#note()} where there is one. */
        TRACKED_CHANGES_WITH_COMMENTS
    }

    /**
     * Writes a manuscript with changes. Each file is written beside its target and moved into place; a file without an edit is not
     * touched.
     *
     * @param manuscript as it was read; a file that changed on disk since is refused
     * @param edits not overlapping, in any order
     * @param output where the main file goes; empty for its own place. Other files of the paper keep their place relative to it.
     * @return the files that were written, in the order of {@link Manuscript#sources()}
     * @throws ManuscriptException when nothing, or not all, could be written; the message says which
     */
    List<Path> write(Manuscript manuscript, List<SourceEdit> edits, Optional<Path> output, Mode mode, CancelToken cancel)
            throws ManuscriptException, CancelledException;

    /**
     * The same for formats in which a paper can be protected with a password; other writers leave the passwords aside.
     *
     * @param passwords asked when the main file is protected; what is written is protected in the same way, with the same password
     */
    default List<Path> write(
            Manuscript manuscript, List<SourceEdit> edits, Optional<Path> output, Mode mode, Passwords passwords, CancelToken cancel)
            throws ManuscriptException, CancelledException {
        return write(manuscript, edits, output, mode, cancel);
    }
}
