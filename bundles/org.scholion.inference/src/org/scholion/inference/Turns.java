package org.scholion.inference;

import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The right to run one step of a model: a batch, a chunk of a prompt, a token. Between two steps others with a higher priority get
 * theirs. Thread-safe.
 */
@FunctionalInterface
public interface Turns {

    /** For a model that nobody else uses. */
    Turns FREE = cancel -> {
        cancel.check();
        return () -> {
            // nothing is held
        };
    };

    /** Waits until it is the caller's turn. */
    Turn take(CancelToken cancel) throws CancelledException;

    /** Held during one step. */
    @FunctionalInterface
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
