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

    /** In how many titles a word stands. */
    @FunctionalInterface
    interface Frequencies {
        int of(String term) throws IOException;
    }

    private final Frequencies frequencies;
    private final long works;
    private final ReferenceAnalyzer analyzer;
    private final Set<String> sentence = new HashSet<>();
    private final Map<String, Double> weights = new HashMap<>();

    Coverage(IndexReader reader, ReferenceAnalyzer analyzer, String sentence) {
        this(term -> reader.docFreq(new Term(Fields.TITLE, term)), reader.numDocs(), analyzer, sentence);
    }

    /** @param works how many there are */
    Coverage(Frequencies frequencies, long works, ReferenceAnalyzer analyzer, String sentence) {
        this.frequencies = frequencies;
        this.works = works;
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
            int frequency = frequencies.of(term);
            known = Math.log(1 + (works - frequency + 0.5) / (frequency + 0.5));
            weights.put(term, known);
        }
        return known;
    }
}
