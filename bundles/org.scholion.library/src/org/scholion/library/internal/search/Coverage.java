package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** How much of a title stands in a sentence, each word weighed by how rare it is in the sources. For one sentence; not thread-safe. */
final class Coverage {

    /** How rare a word of titles is. */
    @FunctionalInterface
    interface Weights {
        double of(String term) throws IOException;
    }

    private final Weights weights;
    private final ReferenceAnalyzer analyzer;
    private final Set<String> sentence = new HashSet<>();

    Coverage(Weights weights, ReferenceAnalyzer analyzer, String sentence) {
        this.weights = weights;
        this.analyzer = analyzer;
        for (ReferenceAnalyzer.Term term : analyzer.terms(sentence)) {
            this.sentence.add(term.text());
        }
    }

    /** From 0 to 1; 0 without words. */
    double of(String title) throws IOException {
        double all = 0;
        double found = 0;
        for (ReferenceAnalyzer.Term term : analyzer.terms(title)) {
            double weight = weights.of(term.text());
            all += weight;
            found += sentence.contains(term.text()) ? weight : 0;
        }
        return all == 0 ? 0 : found / all;
    }
}
