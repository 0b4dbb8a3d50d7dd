package org.scholion.manuscript;

/**
 * A paragraph, heading, caption … of a paper.
 *
 * @param kind what it is
 * @param level of a heading 0 (part) to 6 (subparagraph), with 1 chapter and 2 section; of a list item the nesting from 1; else 0
 * @param prose the text as a person reads it; empty for islands
 * @param language of most of the block, a BCP 47 tag such as {@code en-GB} or {@code en}; {@code und} where nothing is declared
 * @param range the source from the first to the last unit of the block, markup included; of the unit in which it begins
 */
public record Block(BlockKind kind, int level, Prose prose, String language, SourceRange range) {}
