package org.scholion.inference.remote.internal;

import org.scholion.inference.ModelException;

/** A server refused a request. */
final class ServerException extends ModelException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    /**
     * @param status of HTTP
     * @param reason what the server said; empty when nothing
     */
    ServerException(String message, int status, String reason) {
        super(message);
        this.status = status;
        this.reason = reason;
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    /** Whether the request itself was wrong, rather than who asks or when. */
    boolean isAboutTheRequest() {
        return status == 400 || status == 422;
    }
}
