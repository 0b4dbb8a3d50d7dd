package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.Reference;
import org.scholion.library.search.Candidate.Signals;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.PlaceQuery;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Finds the candidates of a place: the best by words and the best by meaning, each with all signals. */
final class CandidateSearch {

    /** So many of the works that were cited last are compared with each candidate, and bring their neighbours along. */
    static final int NEARBY = 6;

    /** Entries on each side of a work that was cited. */
    static final int NEIGHBOURS = 5;

    private final OpenIndexes indexes;
    private final IndexSearcher searcher;
    private final ReferenceAnalyzer analyzer;
    private final Queries queries;

    CandidateSearch(OpenIndexes indexes, ReferenceAnalyzer analyzer, Queries queries) {
        this.indexes = indexes;
        this.analyzer = analyzer;
        this.searcher = indexes.searcher();
        this.queries = queries;
    }

    /**
     * Searches.
     *
     * @param vectors of the place and of the paper's title; none without a model
     */
    List<Candidate> find(PlaceQuery place, List<float[]> vectors, CancelToken cancel)
            throws IOException, CancelledException {
        Query sentence = queries.sentence(place, Fields.TEXT);
        Set<Integer> found = new HashSet<>();
        collect(searcher.search(sentence, place.limit()).scoreDocs, found);
        cancel.check();
        if (!vectors.isEmpty()) {
            Query near = new KnnFloatVectorQuery(Fields.VECTOR, vectors.getFirst(), place.limit() + place.limit() / 2);
            collect(searcher.search(near, place.limit()).scoreDocs, found);
        }
        List<Integer> cited = documents(place.cited().subList(0, Math.min(place.limit(), place.cited().size())));
        found.addAll(cited);
        List<Integer> nearby = cited.subList(0, Math.min(NEARBY, cited.size()));
        addNeighbours(nearby, found);
        int[] docs = found.stream().mapToInt(Integer::intValue).sorted().toArray();
        cancel.check();
        float[] text = scores(sentence, docs);
        float[] title = scores(queries.sentence(place, Fields.TITLE), docs);
        float[] abstractText = scores(queries.sentence(place, Fields.ABSTRACT), docs);
        float[] near = scores(queries.near(place, Fields.TEXT), docs);
        float[] previous = scores(queries.text(place.previous(), Fields.TEXT), docs);
        float[] paper = scores(queries.text(place.paperTitle(), Fields.TEXT), docs);
        cancel.check();
        List<float[]> wanted = new ArrayList<>(vectors);
        for (int doc : nearby) {
            float[] vector = vector(doc);
            if (vector != null) {
                wanted.add(vector);
            }
        }
        float[][] cosines = cosines(docs, wanted);
        Coverage coverage = new Coverage(indexes::titleWeight, analyzer, place.before() + " " + place.after());
        List<Candidate> candidates = new ArrayList<>(docs.length);
        for (int i = 0; i < docs.length; i++) {
            float[] cosine = cosines[i];
            double kinship = 0;
            for (int j = vectors.size(); j < cosine.length; j++) {
                kinship = Math.max(kinship, cosine[j]);
            }
            Reference reference = indexes.reference(docs[i]);
            Signals signals = new Signals(
                    text[i],
                    title[i],
                    abstractText[i],
                    near[i],
                    previous[i],
                    paper[i],
                    vectors.isEmpty() ? 0 : cosine[0],
                    kinship,
                    vectors.size() < 2 ? 0 : cosine[1],
                    coverage.of(reference.title()));
            candidates.add(new Candidate(reference, indexes.source(docs[i]), position(docs[i]), signals));
        }
        return candidates;
    }

    private static void collect(ScoreDoc[] docs, Set<Integer> found) {
        for (ScoreDoc doc : docs) {
            found.add(doc.doc);
        }
    }

    /** The scores of documents, 0 where the query does not match. */
    private float[] scores(Query query, int[] docs) throws IOException {
        float[] scores = new float[docs.length];
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        @Nullable Scorer scorer = null;
        int leafIndex = -1;
        for (int i = 0; i < docs.length; i++) {
            int leaf = ReaderUtil.subIndex(docs[i], leaves);
            if (leaf != leafIndex) {
                leafIndex = leaf;
                scorer = weight.scorer(leaves.get(leaf));
            }
            if (scorer == null) {
                continue;
            }
            int target = docs[i] - leaves.get(leaf).docBase;
            int at = scorer.docID();
            if (at < target) {
                at = scorer.iterator().advance(target);
            }
            if (at == target) {
                scores[i] = scorer.score();
            }
        }
        return scores;
    }

    /** The documents of entries, in the order of their keys; without those that are in no source. */
    private List<Integer> documents(List<String> keys) throws IOException {
        List<Integer> documents = new ArrayList<>();
        for (String key : keys) {
            for (ScoreDoc doc : searcher.search(new TermQuery(new Term(Fields.ENTRY, key)), 1).scoreDocs) {
                documents.add(doc.doc);
            }
        }
        return documents;
    }

    /** Adds the entries that stand next to some others in their sources. */
    private void addNeighbours(List<Integer> others, Set<Integer> found) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            BitSet wanted = new BitSet();
            for (int other : others) {
                if (indexes.isSameSource(other, leaf.docBase)) {
                    int position = position(other);
                    wanted.set(Math.max(0, position - NEIGHBOURS), position + NEIGHBOURS + 1);
                }
            }
            NumericDocValues positions = wanted.isEmpty() ? null : leaf.reader().getNumericDocValues(Fields.POSITION);
            if (positions == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = positions.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = positions.nextDoc()) {
                if (wanted.get((int) positions.longValue()) && (live == null || live.get(doc))) {
                    found.add(leaf.docBase + doc);
                }
            }
        }
    }

    private float @Nullable [] vector(int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
        if (values == null) {
            return null;
        }
        DocIndexIterator iterator = values.iterator();
        return iterator.advance(doc - leaf.docBase) == doc - leaf.docBase ? values.vectorValue(iterator.index()).clone() : null;
    }

    /** The cosines of each document with each vector; 0 where it has none. */
    private float[][] cosines(int[] docs, List<float[]> vectors) throws IOException {
        float[][] cosines = new float[docs.length][vectors.size()];
        if (vectors.isEmpty()) {
            return cosines;
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int leafIndex = -1;
        @Nullable FloatVectorValues values = null;
        @Nullable DocIndexIterator iterator = null;
        for (int i = 0; i < docs.length; i++) {
            int leaf = ReaderUtil.subIndex(docs[i], leaves);
            if (leaf != leafIndex) {
                leafIndex = leaf;
                values = leaves.get(leaf).reader().getFloatVectorValues(Fields.VECTOR);
                iterator = values == null ? null : values.iterator();
            }
            int target = docs[i] - leaves.get(leaf).docBase;
            if (values == null || iterator == null) {
                continue;
            }
            int at = iterator.docID() < target ? iterator.advance(target) : iterator.docID();
            if (at != target) {
                continue;
            }
            float[] own = values.vectorValue(iterator.index());
            for (int j = 0; j < vectors.size(); j++) {
                cosines[i][j] = VectorUtil.dotProduct(own, vectors.get(j));
            }
        }
        return cosines;
    }

    private int position(int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        NumericDocValues positions = leaf.reader().getNumericDocValues(Fields.POSITION);
        return positions != null && positions.advanceExact(doc - leaf.docBase) ? (int) positions.longValue() : 0;
    }
}
