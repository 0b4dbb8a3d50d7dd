package org.scholion.library.style;

import org.scholion.library.Reference;

/**
 * An entry of a bibliography.
 *
 * @param reference what it is made of
 * @param text plain, with its number or label first where the style has one
 * @param html the same as HTML that stands in a paragraph or cell: emphasis and links, all else escaped
 */
public record FormattedEntry(Reference reference, String text, String html) {}
