package org.scholion.jobs;

import java.nio.file.Path;
import java.util.List;
import org.scholion.manuscript.Manuscript;

/**
 * Keeps the indexes of the library in step, in the background: with the bibliography files of the papers that are open, and with the user's
 * standard library. An OSGi service; thread-safe; nothing here waits.
 */
public interface PaperLibraries {

    /**
     * What can be cited in a paper: its bibliographies, the bibliography files beside a document, then the sources of the
     * standard library and,
     * where one is chosen, the shared library.
     */
    List<Path> sources(Manuscript manuscript);

    /** The bibliographies of a paper: the files of its own that were found, or the document itself where it keeps what it cites. */
    List<Path> bibliographies(Manuscript manuscript);

    /** Looks at all sources again soon, such as after the standard library changed. */
    void refresh();

    /** Hears, from any thread, when an index changed. */
    void addListener(Runnable listener);

    void removeListener(Runnable listener);
}
