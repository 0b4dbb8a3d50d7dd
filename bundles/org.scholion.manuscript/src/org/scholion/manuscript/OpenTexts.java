package org.scholion.manuscript;

import java.nio.file.Path;
import java.util.Optional;
import org.scholion.text.Revision;

/** Texts that are being edited and therefore stand above the files on disk. Called from worker threads: implementations are thread-safe. */
@FunctionalInterface
public interface OpenTexts {

    /** Nothing is open; all is read from disk. */
    OpenTexts NONE = path -> Optional.empty();

    /** An editor's text. */
    record OpenText(String text, Revision revision) {}

    /**
     * The text of a file in its editor.
     *
     * @param path absolute and normalised
     */
    Optional<OpenText> openText(Path path);
}
