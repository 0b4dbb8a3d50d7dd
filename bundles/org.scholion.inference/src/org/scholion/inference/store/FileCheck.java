package org.scholion.inference.store;

/**
 * What became of a file since it was installed.
 *
 * @param path relative to the model's folder
 */
public record FileCheck(String path, State state, boolean pinned) {

    /** How it compares. */
    public enum State {
        SAME,
        CHANGED,
        MISSING,
        UNREADABLE
    }
}
