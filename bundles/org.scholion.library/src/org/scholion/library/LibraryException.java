package org.scholion.library;

/** A source, an index or a service of references cannot be used at all; the message is one sentence for the author and names it. */
public final class LibraryException extends Exception {

    private static final long serialVersionUID = 1L;

    public LibraryException(String message) {
        super(message);
    }

    public LibraryException(String message, Throwable cause) {
        super(message, cause);
    }
}
