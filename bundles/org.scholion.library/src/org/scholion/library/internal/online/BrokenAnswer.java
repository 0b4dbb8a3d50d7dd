package org.scholion.library.internal.online;

/** An answer is not what its source promises; the message says what is wrong, not where. */
public final class BrokenAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenAnswer(String message) {
        super(message);
    }

    BrokenAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
