package org.scholion.jobs;

/** Hears about papers. Called from any thread, perhaps from several at once; looks at {@link Paper#state()} and must return at once. */
@FunctionalInterface
public interface PaperListener {

    /** The paper has a new {@link Paper#state()}; a closed one says so once. */
    void paperChanged(Paper paper);
}
