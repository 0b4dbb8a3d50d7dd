package org.scholion.ui.word.internal.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.core.runtime.ILog;

/**
 * A file as it was when it was opened. Each saving makes all changes of it since, so that what was taken back leaves no trace, however
 * often was saved in between.
 */
final class OriginalCopy implements AutoCloseable {

    private final Path folder;
    private final Path file;

    private OriginalCopy(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** Copies a file into a folder that only this user can read. */
    static OriginalCopy of(Path original) throws IOException {
        Path folder = Files.createTempDirectory("scholion-word");
        Path copy = folder.resolve(String.valueOf(original.getFileName()));
        try {
            Files.copy(original, copy, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
            throw e;
        }
        copy.toFile().deleteOnExit();
        folder.toFile().deleteOnExit();
        return new OriginalCopy(folder, copy);
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            ILog.of(OriginalCopy.class).warn("cannot delete " + file, e);
        }
    }
}
