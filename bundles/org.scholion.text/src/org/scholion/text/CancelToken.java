package org.scholion.text;

/** Tells long work that nobody waits for it any more. Thread-safe; asked per sentence, chunk or decoding step. */
@FunctionalInterface
public interface CancelToken {

    /** For work that cannot be cancelled. */
    CancelToken NEVER = () -> false;

    boolean isCancelled();

    /** @throws CancelledException when nobody waits any more */
    default void check() throws CancelledException {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }
}
