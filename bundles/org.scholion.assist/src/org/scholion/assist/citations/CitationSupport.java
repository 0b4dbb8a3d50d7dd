package org.scholion.assist.citations;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a cited work says what a sentence says, as far as its document tells.
 *
 * @param verdict what was found
 * @param passage the sentence of the document that is nearest; without when there is no text to look at
 * @param reason one sentence for the author
 * @param document that was looked at; empty where there is none
 */
public record CitationSupport(Verdict verdict, Optional<Passage> passage, String reason, Optional<Path> document) {

    /** What was found. */
    public enum Verdict {
        /** A sentence says much the same. */
        SUPPORTED,
        /** A sentence speaks of the same but has other numbers, or says no where the sentence says yes. */
        CONTRADICTED,
        /** Nothing near enough stands in the document. */
        NOT_FOUND,
        /** The library has no document of the work with text. */
        NO_TEXT
    }

    /**
     * A sentence of a document.
     *
     * @param text as it stands there
     * @param page counted from 1
     * @param score how near it is, from 0 to 1
     */
    public record Passage(String text, int page, double score) {}
}
