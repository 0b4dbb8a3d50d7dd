package org.scholion.assist;

import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;

/** Drops findings that the rest of the paper shows to be no mistake. An OSGi service; thread-safe. */
public interface FindingFilter {

    /** Looks at the whole paper once. Runs on every change: must be fast. */
    PaperFilter prepare(Manuscript manuscript, CheckSettings settings);

    /** The filter for one paper. */
    @FunctionalInterface
    interface PaperFilter {
        boolean keeps(Block block, BlockFinding finding);
    }
}
