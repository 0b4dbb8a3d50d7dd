package org.scholion.inference;

import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Turns a model of another format into a folder that a {@link ModelEngine} loads. OSGi services; thread-safe. */
public interface ModelImporter {

    /** Whether it reads that format; looks at the name and the first bytes. */
    boolean imports(Path file);

    /**
     * Writes the model into an empty folder.
     *
     * @param progress told the share that is done, from 0 to 1
     * @throws ModelException when the file is broken, of an unknown kind, or the folder cannot be written; names the file. What was written
     *     by then stays: the caller removes the folder
     */
    void importTo(Path file, Path folder, DoubleConsumer progress, CancelToken cancel)
            throws ModelException, CancelledException;
}
