package org.scholion.cli.internal;

/** The command line makes no sense. The message is for the person who wrote it and says what would. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message, null, false, false);
    }
}
