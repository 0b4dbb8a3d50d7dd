package org.scholion.assist;

/** An assistant could not work. The message is for the author and says what to do. */
public final class AssistException extends Exception {

    private static final long serialVersionUID = 1L;

    public AssistException(String message) {
        super(message);
    }

    public AssistException(String message, Throwable cause) {
        super(message, cause);
    }
}
