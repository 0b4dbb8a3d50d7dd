package org.scholion.assist.drafts;

import org.scholion.manuscript.SourceRange;

/**
 * A sentence of the paper that a sentence of a draft rests on.
 *
 * @param range of the sentence in the source, markup included
 * @param text of the sentence as it is read
 * @param section the heading above it; empty where there is none
 */
public record Evidence(SourceRange range, String text, String section) {}
