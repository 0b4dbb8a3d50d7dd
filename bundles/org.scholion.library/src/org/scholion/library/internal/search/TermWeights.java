package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * How rare words of titles are in some indexes: Lucene's inverse document frequency of BM25. Kept from question to question, since most
 * titles share their words. Thread-safe.
 */
final class TermWeights {

    /** Words that are kept; begun anew when there are more. */
    private static final int MAX_TERMS = 100_000;

    private final List<Object> indexes;
    private final Map<String, Double> known = new ConcurrentHashMap<>();

    TermWeights(List<DirectoryReader> readers) {
        indexes = keys(readers);
    }

    /** Whether it tells of these indexes as they are now. */
    boolean isOf(List<DirectoryReader> readers) {
        return indexes.equals(keys(readers));
    }

    private static List<Object> keys(List<DirectoryReader> readers) {
        return readers.stream().map(reader -> (Object) reader.getReaderCacheHelper().getKey()).toList();
    }

    /** @param reader of the same indexes */
    double of(String term, IndexReader reader) throws IOException {
        Double weight = known.get(term);
        if (weight == null) {
            if (known.size() >= MAX_TERMS) {
                known.clear();
            }
            int frequency = reader.docFreq(new Term(Fields.TITLE, term));
            weight = of(frequency, reader.numDocs());
            known.put(term, weight);
        }
        return weight;
    }

    /** Of a word that stands in some of all works. */
    static double of(int some, long all) {
        return Math.log(1 + (all - some + 0.5) / (some + 0.5));
    }
}
