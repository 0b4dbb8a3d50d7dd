package org.scholion.text;

/** Work ended because it was cancelled: not an error, never logged. */
public final class CancelledException extends Exception {

    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("cancelled", null, false, false);
    }
}
