package org.scholion.testkit;

/** A widget was not found, or something did not come in time. */
public final class BotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BotException(String message) {
        super(message);
    }

    public BotException(String message, Throwable cause) {
        super(message, cause);
    }
}
