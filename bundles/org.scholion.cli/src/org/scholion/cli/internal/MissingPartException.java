package org.scholion.cli.internal;

/** A service that a command needs is not there. The message says which and what to do. */
public final class MissingPartException extends Exception {

    private static final long serialVersionUID = 1L;

    public MissingPartException(String message) {
        super(message, null, false, false);
    }
}
