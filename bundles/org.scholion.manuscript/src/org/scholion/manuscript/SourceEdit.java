package org.scholion.manuscript;

/**
 * A change of the source.
 *
 * @param range what is replaced
 * @param replacement what stands there afterwards, in the notation of the source (LaTeX escapes included)
 */
public record SourceEdit(SourceRange range, String replacement) {}
