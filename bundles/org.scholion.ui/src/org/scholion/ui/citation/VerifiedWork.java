package org.scholion.ui.citation;

import org.scholion.assist.citations.CitationSupport;

/**
 * Whether a cited work says what a sentence says.
 *
 * @param sentence of the paper, plain
 * @param key of the work
 * @param title of the work; its key where nothing else is known
 * @param support what was found
 */
public record VerifiedWork(String sentence, String key, String title, CitationSupport support) {}
