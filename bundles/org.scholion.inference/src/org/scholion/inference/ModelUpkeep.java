package org.scholion.inference;

/** What must be done from time to time, by whoever has a clock: nothing here has threads of its own. An OSGi service; thread-safe. */
public interface ModelUpkeep {

    /** Unloads models that nobody has used for a while; to be called about once a minute. Returns how many were unloaded. */
    int unloadIdle();
}
