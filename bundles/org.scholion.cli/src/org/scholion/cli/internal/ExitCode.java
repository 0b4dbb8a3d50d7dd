package org.scholion.cli.internal;

/** What the process tells the shell. */
public enum ExitCode {
    DONE(0),
    FINDINGS(1),
    WRONG_USE(2),
    /** A file could not be read or written; the others were. */
    FILE_FAILED(3),
    /** A part of Scholion, a model or a server is missing or does not work. */
    PART_MISSING(4),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
