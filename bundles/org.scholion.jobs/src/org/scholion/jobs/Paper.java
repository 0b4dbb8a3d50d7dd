package org.scholion.jobs;

import java.nio.file.Path;
import java.util.Optional;
import org.scholion.manuscript.Manuscript;

/** A paper of which at least one file is open. Thread-safe. */
public interface Paper {

    /** The main file. */
    Path root();

    /** What is known by now. */
    PaperState state();

    /** The paper as it was read last, which may be a moment behind the editors; empty until it was read once. */
    default Optional<Manuscript> manuscript() {
        return state().manuscript();
    }

    /** The open file at {@code path}, when it belongs to this paper. */
    Optional<OpenFile> openFile(Path path);

    /** Checks the whole paper now, as a job with progress that the author sees, also when checking while typing is off. */
    void checkNow();

    /** Ends a check that is running or waiting; what was found so far stays. */
    void cancel();
}
