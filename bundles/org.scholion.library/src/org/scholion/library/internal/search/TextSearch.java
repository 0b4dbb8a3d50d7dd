package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.Reference;
import org.scholion.library.internal.search.QuerySyntax.Understood;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryHits.Hit;
import org.scholion.library.search.LibraryQuery;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Answers what a person typed: by the words of entries, the words of their documents, and meaning. */
final class TextSearch {

    /** How deep each of the three is looked into. */
    static final int DEPTH = 100;

    /** What the best passage, and the nearest meaning, weigh beside the best entry by words. */
    static final double PASSAGE_WEIGHT = 0.6;

    static final double MEANING_WEIGHT = 0.7;

    /** Cosines below say nothing. */
    private static final double LEAST_MEANING = 0.25;

    /** Cosines that are so much less than the best say nothing, either: else every work of a small library would be found by any text. */
    private static final double MEANING_SPREAD = 0.2;

    private static final int SNIPPET_PASSAGES = 2;

    private final OpenIndexes indexes;
    private final ReferenceAnalyzer analyzer;

    TextSearch(OpenIndexes indexes, ReferenceAnalyzer analyzer) {
        this.indexes = indexes;
        this.analyzer = analyzer;
    }

    /** @param vector of the text; without, words alone count */
    LibraryHits find(LibraryQuery query, float @Nullable [] vector, CancelToken cancel) throws IOException, CancelledException {
        IndexSearcher searcher = indexes.searcher();
        Understood understood = new QuerySyntax(analyzer).understand(query.text(), query.filter());
        Query entries = new BooleanQuery.Builder()
                .add(understood.entries(), Occur.MUST)
                .add(understood.conditions(), Occur.FILTER)
                .build();
        int depth = Math.max(DEPTH, query.limit());
        Map<Integer, Double> scores = new HashMap<>();
        add(searcher.search(entries, depth).scoreDocs, 1, scores);
        cancel.check();
        Map<Integer, Integer> passages = new HashMap<>();
        if (understood.hasWords()) {
            passages(understood, scores, passages);
        }
        cancel.check();
        if (vector != null && understood.hasWords()) {
            Query near = new KnnFloatVectorQuery(Fields.VECTOR, vector, depth, understood.conditions());
            ScoreDoc[] nearest = searcher.search(near, depth).scoreDocs;
            for (ScoreDoc doc : nearest) {
                addMeaning(doc.doc, doc.score, nearest[0].score, scores);
            }
        }
        List<Integer> docs = new ArrayList<>(scores.keySet());
        docs.sort((a, b) -> {
            int byScore = Double.compare(scores.getOrDefault(b, 0.0), scores.getOrDefault(a, 0.0));
            return byScore == 0 ? Integer.compare(a, b) : byScore;
        });
        UnifiedHighlighter highlighter = highlighter(analyzer);
        List<Hit> hits = new ArrayList<>();
        for (int doc : docs.subList(0, Math.min(query.limit(), docs.size()))) {
            cancel.check();
            hits.add(hit(doc, scores.getOrDefault(doc, 0.0), understood, passages.get(doc), highlighter));
        }
        return new LibraryHits(hits, searcher.count(entries), searcher.search(entries, new FacetCounter()));
    }

    /** Adds what nearness counts; scores are (1 + cosine) / 2. */
    static <T> void addMeaning(T doc, double score, double best, Map<T, Double> scores) {
        double cosine = 2 * score - 1;
        if (cosine > LEAST_MEANING && cosine > 2 * best - 1 - MEANING_SPREAD) {
            scores.merge(doc, MEANING_WEIGHT * (cosine - LEAST_MEANING) / (1 - LEAST_MEANING), Double::sum);
        }
    }

    private static void add(ScoreDoc[] docs, double weight, Map<Integer, Double> scores) {
        for (ScoreDoc doc : docs) {
            scores.merge(doc.doc, weight * doc.score / docs[0].score, Double::sum);
        }
    }

    /** The best passage of each document counts for its entry. */
    private void passages(Understood understood, Map<Integer, Double> scores, Map<Integer, Integer> passages) throws IOException {
        IndexSearcher searcher = indexes.searcher();
        ScoreDoc[] found = searcher.search(understood.passages(), DEPTH).scoreDocs;
        for (ScoreDoc doc : found) {
            String key = searcher.storedFields().document(doc.doc, Set.of(Fields.KEY)).get(Fields.KEY);
            if (key == null) {
                continue;
            }
            Query entry = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.ENTRY, key)), Occur.FILTER)
                    .add(understood.conditions(), Occur.FILTER)
                    .build();
            for (ScoreDoc parent : searcher.search(entry, indexes.count()).scoreDocs) {
                if (indexes.source(parent.doc).equals(indexes.source(doc.doc)) && passages.putIfAbsent(parent.doc, doc.doc) == null) {
                    scores.merge(parent.doc, PASSAGE_WEIGHT * doc.score / found[0].score, Double::sum);
                }
            }
        }
    }

    private Hit hit(int doc, double score, Understood understood, @Nullable Integer passage, UnifiedHighlighter highlighter)
            throws IOException {
        Reference reference = indexes.reference(doc);
        String snippet = "";
        OptionalInt page = OptionalInt.empty();
        if (understood.hasWords()) {
            snippet = snippet(highlighter, Fields.TEXT, understood.entries(), reference.abstractText());
            if (passage != null && !snippet.contains("\u00ab")) {
                Document stored = indexes.searcher().storedFields().document(passage, Set.of(Fields.PASSAGE, Fields.PAGE));
                snippet = snippet(highlighter, Fields.PASSAGE, understood.passages(), stored.get(Fields.PASSAGE));
                page = OptionalInt.of(stored.getField(Fields.PAGE).numericValue().intValue());
            }
        }
        return new Hit(reference, indexes.source(doc), score, snippet, page);
    }

    /** Marks matches with {@code «} and {@code »}. */
    static UnifiedHighlighter highlighter(ReferenceAnalyzer analyzer) {
        return UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withFormatter(new DefaultPassageFormatter("\u00ab", "\u00bb", " \u2026 ", false))
                .build();
    }

    static String snippet(UnifiedHighlighter highlighter, String field, Query query, String text) throws IOException {
        if (text.isEmpty()) {
            return "";
        }
        Object found = highlighter.highlightWithoutSearcher(field, query, text, SNIPPET_PASSAGES);
        return found == null ? "" : found.toString().strip();
    }
}
