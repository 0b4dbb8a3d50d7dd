package org.scholion.inference.store;

import org.scholion.inference.ModelException;

/** Keeps the {@link ModelSettings} in a file of the user. An OSGi service; thread-safe. */
public interface ModelSettingsStore {

    /** What is set now: the file, and what the environment says above it. A value that makes no sense counts as its default. */
    ModelSettings current();

    /** Keeps {@code settings}. What the environment says is not written. */
    void store(ModelSettings settings) throws ModelException;
}
