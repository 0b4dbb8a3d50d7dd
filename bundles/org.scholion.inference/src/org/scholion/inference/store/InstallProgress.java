package org.scholion.inference.store;

/** Told how far an install is, on the calling thread and not too often. */
@FunctionalInterface
public interface InstallProgress {

    /** For whoever does not want to know. */
    InstallProgress NONE = (step, done, total) -> {
        // nobody looks
    };

    /**
     * The state of the work.
     *
     * @param step what is being done, for people
     * @param done bytes of the step
     * @param total bytes of the step, or -1 when that is not known
     */
    void report(String step, long done, long total);
}
