package org.scholion.library.search;

import java.nio.file.Path;
import org.scholion.library.Reference;

/**
 * A work that may belong at a place.
 *
 * @param source of it
 * @param position in its source, from 0
 * @param signals how it fits
 */
public record Candidate(Reference reference, Path source, int position, Signals signals) {

    /**
     * How a work fits a place. All but the cosines and the coverage are BM25 and 0 or more.
     *
     * @param text the sentence with all that is known of the work; words next to the place count twice
     * @param title the sentence with the title
     * @param abstractText the sentence with the abstract
     * @param near the words next to the place with all that is known of the work
     * @param previous the sentence before with all that is known of the work
     * @param paper the paper's title with all that is known of the work
     * @param meaning the cosine of the place and the work, 0 without a model
     * @param kinship the greatest cosine with a work that is cited nearby, 0 where there is none
     * @param paperMeaning the cosine of the paper's title and the work, 0 without a model or title
     * @param coverage the share of the title's words that stand in the sentence, rare words counting more, from 0 to 1
     */
    public record Signals(
            double text,
            double title,
            double abstractText,
            double near,
            double previous,
            double paper,
            double meaning,
            double kinship,
            double paperMeaning,
            double coverage) {}
}
