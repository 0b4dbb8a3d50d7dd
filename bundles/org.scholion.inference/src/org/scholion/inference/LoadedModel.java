package org.scholion.inference;

import java.util.Set;

/** A model in memory. One owner, which leases it to others and closes it when nobody uses it. */
public interface LoadedModel extends AutoCloseable {

    /** The device that it really runs on. */
    Device device();

    /** What it takes, about. */
    long memoryBytes();

    /** The roles in which it can be used. */
    Set<Class<? extends ModelService>> roles();

    /**
     * The model in a role.
     *
     * @param turns asked before each step, so that more urgent calls come first
     * @throws IllegalArgumentException when it has no such role
     */
    <S extends ModelService> S service(Class<S> role, Turns turns);

    /** Frees native memory; further calls do nothing. The owner calls it when no call runs. */
    @Override
    void close();
}
