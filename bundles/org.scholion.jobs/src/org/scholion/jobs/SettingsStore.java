package org.scholion.jobs;

/** The author's settings. An OSGi service; thread-safe. */
public interface SettingsStore {

    /** What is set now. A value that makes no sense counts as its default. */
    ScholionSettings current();

    /** Keeps {@code settings}; listeners hear of it when something changed. */
    void store(ScholionSettings settings);

    /** {@code listener} is called after a setting changed, from any thread. */
    void addListener(Runnable listener);

    void removeListener(Runnable listener);
}
