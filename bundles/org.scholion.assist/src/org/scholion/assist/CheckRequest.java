package org.scholion.assist;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.scholion.manuscript.Manuscript;

/**
 * One check of a paper.
 *
 * @param manuscript what to check
 * @param settings how
 * @param firstBlocks indexes of blocks that are wanted first, in order: where the caret is, then what is visible
 * @param workers runs the parts; the calling thread works as well. An executor that runs nothing is allowed.
 * @param parallelism how many parts may run at once, at least 1
 * @param progress told after each block, from any thread, one call at a time
 */
public record CheckRequest(
        Manuscript manuscript,
        CheckSettings settings,
        List<Integer> firstBlocks,
        Executor workers,
        int parallelism,
        Consumer<Progress> progress) {

    /**
     * A block is done.
     *
     * @param blockIndex which one
     * @param findings in it, filtered and merged; those of whole-paper assistants come with the result, and so do replacements that take
     *     time to find out
     * @param done blocks that are done
     * @param total blocks to do
     */
    public record Progress(int blockIndex, List<Finding> findings, int done, int total) {
        public Progress {
            findings = List.copyOf(findings);
        }
    }

    public CheckRequest {
        firstBlocks = List.copyOf(firstBlocks);
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism " + parallelism);
        }
    }

    /** All on the calling thread, in order, nobody told. */
    public static CheckRequest of(Manuscript manuscript, CheckSettings settings) {
        return new CheckRequest(manuscript, settings, List.of(), Runnable::run, 1, progress -> {
            // nobody is told
        });
    }
}
