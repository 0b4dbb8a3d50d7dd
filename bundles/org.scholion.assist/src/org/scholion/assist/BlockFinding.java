package org.scholion.assist;

import org.scholion.text.TextRange;

/**
 * Advice about a range of a block's prose.
 *
 * @param range in the prose; empty where something is missing
 * @param advice what is said
 */
public record BlockFinding(TextRange range, Advice advice) {}
