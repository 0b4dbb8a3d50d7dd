package org.scholion.library.internal.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.scholion.library.search.PlaceQuery;

/** Queries for a place of a paper. */
final class Queries {

    /** How many words on each side are next to the place. */
    static final int NEAR = 8;

    static final int MAX_TERMS = 128;

    private final ReferenceAnalyzer analyzer;

    Queries(ReferenceAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** The sentence, with the words next to the place counted twice. */
    Query sentence(PlaceQuery place, String field) {
        Map<String, Float> terms = new LinkedHashMap<>();
        add(place.before(), 1, terms);
        add(place.after(), 1, terms);
        add(nearText(place), 1, terms);
        return of(terms, field);
    }

    /** The words next to the place. */
    Query near(PlaceQuery place, String field) {
        return text(nearText(place), field);
    }

    /** Any text. */
    Query text(String text, String field) {
        Map<String, Float> terms = new LinkedHashMap<>();
        add(text, 1, terms);
        return of(terms, field);
    }

    private void add(String text, float weight, Map<String, Float> terms) {
        for (ReferenceAnalyzer.Term term : analyzer.terms(text)) {
            terms.merge(term.text(), weight, Float::sum);
        }
    }

    private static Query of(Map<String, Float> terms, String field) {
        if (terms.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int count = 0;
        for (Map.Entry<String, Float> term : terms.entrySet()) {
            if (count++ >= MAX_TERMS) {
                break;
            }
            Query one = new TermQuery(new Term(field, term.getKey()));
            query.add(term.getValue() == 1 ? one : new BoostQuery(one, term.getValue()), Occur.SHOULD);
        }
        return query.build();
    }

    /** The words next to the place. */
    static String nearText(PlaceQuery place) {
        List<String> before = List.of(place.before().strip().split("\\s+"));
        List<String> after = List.of(place.after().strip().split("\\s+"));
        return String.join(" ", before.subList(Math.max(0, before.size() - NEAR), before.size())) + " "
                + String.join(" ", after.subList(0, Math.min(NEAR, after.size())));
    }
}
