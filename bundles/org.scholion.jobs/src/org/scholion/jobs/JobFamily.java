package org.scholion.jobs;

/** What a background job of Scholion is for. A constant is a family: jobs of it can be found, joined and cancelled together. */
public enum JobFamily {
    /** Finding the paper that a file belongs to, the rules that are installed, and the like. */
    LOCATE,
    /** Reading and checking a paper while it is written. */
    CHECK,
    /** Checking a whole paper because the author asked for it. */
    PAPER_CHECK,
    /** A part of other work, run by the {@link JobExecutor}. */
    PART,
    /** Installing, checking, removing and unloading models. */
    MODEL,
    /** Keeping the library in step with its sources, and asking it. */
    LIBRARY,
    /** Asking online sources, because the author asked for it. */
    ONLINE,
    /** Making an abstract, a summary or another text, because the author asked for it. */
    DRAFT,
    /** Writing a setting, word or change that the author asked for. */
    WRITE
}
