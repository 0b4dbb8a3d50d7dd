package org.scholion.inference;

/**
 * The right to use a loaded model, which is not unloaded before the lease is closed.
 *
 * @param <S> the role in which it is used
 */
public interface ModelLease<S extends ModelService> extends AutoCloseable {

    S service();

    /** Gives the model back; waits for nothing; further calls do nothing. */
    @Override
    void close();
}
