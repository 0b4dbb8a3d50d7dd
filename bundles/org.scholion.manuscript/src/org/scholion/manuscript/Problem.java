package org.scholion.manuscript;

/**
 * Something in the source that could not be read as meant. The rest was read.
 *
 * @param range the place
 * @param line the 1-based line of it, so that nobody needs the text to print the message; 0 where there is none
 * @param message one sentence for the author, in his language
 */
public record Problem(SourceRange range, int line, String message) {}
