package org.scholion.manuscript.rendition;

/**
 * A change that somebody made and nobody accepted yet.
 *
 * @param author empty where the document does not say
 * @param date as the document says it, such as {@code 2026-03-01T10:00:00Z}; empty where it does not
 */
public record TrackedChange(String author, String date) {}
