package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.search.LibraryHits.Count;
import org.scholion.library.search.LibraryHits.Facet;

/** Counts all matches by their values. */
final class FacetCounter implements CollectorManager<FacetCounter.Counts, Map<Facet, List<Count>>> {

    static final int MAX_VALUES = 50;

    @Override
    public Counts newCollector() {
        return new Counts();
    }

    @Override
    public Map<Facet, List<Count>> reduce(Collection<Counts> parts) {
        Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Map<String, Integer> sums = new HashMap<>();
            for (Counts part : parts) {
                part.values(facet).forEach((value, count) -> sums.merge(value, count, Integer::sum));
            }
            counts.put(facet, most(sums));
        }
        return counts;
    }

    /** The most frequent values. */
    static List<Count> most(Map<String, Integer> sums) {
        List<Count> sorted = new ArrayList<>();
        sums.forEach((value, count) -> sorted.add(new Count(value, count)));
        sorted.sort(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value));
        return List.copyOf(sorted.subList(0, Math.min(MAX_VALUES, sorted.size())));
    }

    /** Counts of one slice of the index. */
    static final class Counts extends SimpleCollector {

        private static final Map<Facet, String> FIELDS =
                Map.of(Facet.AUTHOR, Fields.FAMILY, Facet.TYPE, Fields.TYPE, Facet.GROUP, Fields.GROUP);

        private final Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        private final Map<Facet, SortedSetDocValues> values = new EnumMap<>(Facet.class);
        private @Nullable SortedNumericDocValues years;

        private Map<String, Integer> values(Facet facet) {
            return counts.computeIfAbsent(facet, any -> new HashMap<>());
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            values.clear();
            for (Map.Entry<Facet, String> field : FIELDS.entrySet()) {
                SortedSetDocValues of = leaf.reader().getSortedSetDocValues(field.getValue());
                if (of != null) {
                    values.put(field.getKey(), of);
                }
            }
            years = leaf.reader().getSortedNumericDocValues(Fields.YEAR);
        }

        @Override
        public void collect(int doc) throws IOException {
            SortedNumericDocValues known = years;
            if (known != null && known.advanceExact(doc)) {
                values(Facet.YEAR).merge(String.valueOf(known.nextValue()), 1, Integer::sum);
            }
            for (Map.Entry<Facet, SortedSetDocValues> facet : values.entrySet()) {
                SortedSetDocValues of = facet.getValue();
                if (of.advanceExact(doc)) {
                    for (int i = 0; i < of.docValueCount(); i++) {
                        values(facet.getKey()).merge(of.lookupOrd(of.nextOrd()).utf8ToString(), 1, Integer::sum);
                    }
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
