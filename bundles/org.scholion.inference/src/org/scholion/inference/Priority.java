package org.scholion.inference;

/** Whose turn it is when several want the same model on the same device: the first named goes first. */
public enum Priority {
    /** Somebody waits for the answer. */
    INTERACTIVE,
    /** What is on the screen. */
    VISIBLE,
    /** Everything else: gives way after each step. */
    BACKGROUND
}
