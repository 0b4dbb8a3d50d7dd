package org.scholion.assist.language.internal.consistency;

import org.scholion.manuscript.Block;

/**
 * A block at its place in the paper.
 *
 * @param index in the manuscript's blocks
 */
public record PaperBlock(int index, Block block, BlockText text) {}
