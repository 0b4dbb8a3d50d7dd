package org.scholion.inference.internal.download;

/** A try failed in a way that another may not. */
final class BrokenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long pauseMillis;
    private final boolean unreachable;

    /**
     * Why, for the user.
     *
     * @param pauseMillis what the server asks to wait, or -1
     */
    BrokenException(String message, long pauseMillis) {
        this(message, pauseMillis, false);
    }

    private BrokenException(String message, long pauseMillis, boolean unreachable) {
        super(message, null, false, false);
        this.pauseMillis = pauseMillis;
        this.unreachable = unreachable;
    }

    static BrokenException unreachable(String message) {
        return new BrokenException(message, -1, true);
    }

    /** Whether nobody answered the call. */
    boolean isUnreachable() {
        return unreachable;
    }

    long pauseMillis() {
        return pauseMillis;
    }
}
