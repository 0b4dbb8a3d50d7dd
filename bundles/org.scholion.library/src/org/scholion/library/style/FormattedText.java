package org.scholion.library.style;

/**
 * A citation in a style.
 *
 * @param text plain
 * @param html the same with emphasis, all else escaped
 */
public record FormattedText(String text, String html) {}
