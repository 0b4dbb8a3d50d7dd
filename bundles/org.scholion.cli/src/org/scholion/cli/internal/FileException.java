package org.scholion.cli.internal;

/** A file named on the command line could not be read or written. The message is for the person, names the file and says what to do. */
public final class FileException extends Exception {

    private static final long serialVersionUID = 1L;

    public FileException(String message) {
        super(message);
    }

    public FileException(String message, Throwable cause) {
        super(message, cause);
    }
}
