package org.scholion.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scholion.manuscript.OpenTexts;

/** Reads and checks the papers that are open in editors. An OSGi service; thread-safe; nothing here waits. */
public interface PaperChecks {

    /** Whether files of that name can belong to a paper. */
    boolean reads(Path file);

    /**
     * An editor shows a file. Editors that share one document share one handle; of several handles on one file the text of the newest
     * is read.
     *
     * @param text what the editor shows
     */
    OpenFile open(Path file, String text);

    /** The open file at {@code path}. */
    Optional<OpenFile> openFile(Path path);

    /** All papers of which a file is open, in the order in which they were opened. */
    List<Paper> papers();

    /** The paper that an open file belongs to. */
    default Optional<Paper> paper(Path file) {
        return openFile(file).flatMap(OpenFile::paper);
    }

    /** The texts of all open files. */
    OpenTexts openTexts();

    /** Checks all open papers again, such as after a word was added to a dictionary. */
    void recheck();

    void addListener(PaperListener listener);

    void removeListener(PaperListener listener);
}
