package org.scholion.assist.language.internal.consistency;

import java.util.List;
import java.util.Set;

/**
 * Judges the paper as a whole. Stateless.
 *
 * @param <F> what it takes from a block; immutable
 */
public interface PaperRule<F> {

    /** The rules whose findings it makes. */
    Set<Rule> rules();

    /** What it needs of a block; kept as long as the block's prose stays. */
    F facts(BlockText text);

    /**
     * Judges.
     *
     * @param facts of {@link Paper#blocks()}, one for one
     */
    void judge(Paper paper, List<F> facts, Findings findings);
}
