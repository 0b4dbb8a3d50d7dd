package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.search.PassageHit;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Finds the passages of one work that are nearest to a text. */
final class PassageSearch {

    /** How many passages are looked at by words, and by meaning. */
    static final int DEPTH = 20;

    /** What a cosine of 1 weighs beside the best score by words. */
    private static final double MEANING_WEIGHT = 1.5;

    private final OpenIndexes indexes;
    private final Queries queries;

    PassageSearch(OpenIndexes indexes, Queries queries) {
        this.indexes = indexes;
        this.queries = queries;
    }

    List<PassageHit> find(String key, String text, float @Nullable [] vector, int limit, CancelToken cancel)
            throws IOException, CancelledException {
        IndexSearcher searcher = indexes.searcher();
        Query own = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.KEY, key)), Occur.FILTER)
                .add(new FieldExistsQuery(Fields.PAGE), Occur.FILTER)
                .build();
        Query words = new BooleanQuery.Builder()
                .add(own, Occur.FILTER)
                .add(queries.text(text, Fields.PASSAGE), Occur.MUST)
                .build();
        Map<Integer, Double> byWords = new HashMap<>();
        for (ScoreDoc doc : searcher.search(words, DEPTH).scoreDocs) {
            byWords.put(doc.doc, (double) doc.score);
        }
        cancel.check();
        Map<Integer, Double> byMeaning = new HashMap<>();
        if (vector != null) {
            Query near = new KnnFloatVectorQuery(Fields.PASSAGE_VECTOR, vector, DEPTH, own);
            for (ScoreDoc doc : searcher.search(near, DEPTH).scoreDocs) {
                // Lucene's score of a dot product is (1 + cosine) / 2
                byMeaning.put(doc.doc, 2.0 * doc.score - 1);
            }
        }
        List<Integer> docs = order(byWords, byMeaning);
        List<PassageHit> hits = new ArrayList<>();
        for (int doc : docs.subList(0, Math.min(limit, docs.size()))) {
            Document stored = searcher.storedFields().document(doc, Set.of(Fields.PASSAGE, Fields.PAGE));
            hits.add(new PassageHit(
                    stored.get(Fields.PASSAGE),
                    stored.getField(Fields.PAGE).numericValue().intValue(),
                    byWords.getOrDefault(doc, 0.0),
                    byMeaning.getOrDefault(doc, 0.0)));
        }
        return hits;
    }

    /** Passages by their scores by words and by meaning, best first. */
    static <T> List<T> order(Map<T, Double> byWords, Map<T, Double> byMeaning) {
        double best = byWords.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        List<T> docs = new ArrayList<>(byWords.keySet());
        byMeaning.keySet().stream().filter(doc -> !byWords.containsKey(doc)).forEach(docs::add);
        docs.sort((a, b) -> Double.compare(score(b, byWords, byMeaning, best), score(a, byWords, byMeaning, best)));
        return docs;
    }

    private static <T> double score(T doc, Map<T, Double> words, Map<T, Double> meaning, double best) {
        return words.getOrDefault(doc, 0.0) / best + MEANING_WEIGHT * meaning.getOrDefault(doc, 0.0);
    }
}
