package org.scholion.manuscript;

import java.nio.file.Path;

/** A manuscript could not be read or written at all. The message is for the author and names the file and what to do. */
public final class ManuscriptException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Path file;

    public ManuscriptException(Path file, String message) {
        super(message);
        this.file = file;
    }

    public ManuscriptException(Path file, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
