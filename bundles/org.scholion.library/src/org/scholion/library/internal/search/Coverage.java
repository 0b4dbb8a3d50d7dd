package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** How much of a title stands in a sentence, each word weighed by how rare it is in the sources. For one sentence; not thread-safe. */
final class Coverage {

    private final IndexReader reader;
    private final ReferenceAnalyzer analyzer;
    private final Set<String> sentence = new HashSet<>();
    private final Map<String, Double> weights = new HashMap<>();

    Coverage(IndexReader reader, ReferenceAnalyzer analyzer, String sentence) {
        this.reader = reader;
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
            double weight = weight(term.text());
            all += weight;
            found += sentence.contains(term.text()) ? weight : 0;
        }
        return all == 0 ? 0 : found / all;
    }

    /** Lucene's inverse document frequency of BM25. */
    private double weight(String term) throws IOException {
        Double known = weights.get(term);
        if (known == null) {
            int frequency = reader.docFreq(new Term(Fields.TITLE, term));
            known = Math.log(1 + (reader.numDocs() - frequency + 0.5) / (frequency + 0.5));
            weights.put(term, known);
        }
        return known;
    }
}
