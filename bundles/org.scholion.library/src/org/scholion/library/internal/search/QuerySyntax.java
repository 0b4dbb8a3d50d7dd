package org.scholion.library.internal.search;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.scholion.library.WorkType;
import org.scholion.library.search.LibraryFilter;

/** Makes queries of what a person typed, see {@link TypedQuery}. */
final class QuerySyntax {

    private static final Map<String, Float> WEIGHTS = Map.of(Fields.TITLE, 2f, Fields.PEOPLE, 1.5f, Fields.TEXT, 1f);

    private static final int FLAGS = SimpleQueryParser.PHRASE_OPERATOR
            | SimpleQueryParser.PREFIX_OPERATOR
            | SimpleQueryParser.WHITESPACE_OPERATOR;

    private final ReferenceAnalyzer analyzer;

    QuerySyntax(ReferenceAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** The fields of words and what they weigh, as Solr writes it. */
    static String weights() {
        return WEIGHTS.entrySet().stream().map(field -> field.getKey() + '^' + field.getValue()).collect(Collectors.joining(" "));
    }

    /** A query as it was understood: the words for entries and for passages, and what must hold. */
    record Understood(Query entries, Query passages, Query conditions, boolean hasWords) {}

    Understood understand(String typed, LibraryFilter filter) {
        BooleanQuery.Builder conditions = new BooleanQuery.Builder().add(new FieldExistsQuery(Fields.POSITION), Occur.FILTER);
        TypedQuery query = TypedQuery.of(typed);
        query.conditions().forEach(condition -> add(condition, conditions));
        apply(filter, conditions);
        String rest = query.words();
        Query all = MatchAllDocsQuery.INSTANCE;
        return new Understood(
                rest.isEmpty() ? all : new SimpleQueryParser(analyzer, WEIGHTS, FLAGS).parse(rest),
                rest.isEmpty() ? all : new SimpleQueryParser(analyzer, Map.of(Fields.PASSAGE, 1f), FLAGS).parse(rest),
                conditions.build(),
                !rest.isEmpty());
    }

    private void add(TypedQuery.Condition condition, BooleanQuery.Builder conditions) {
        switch (condition) {
            case TypedQuery.Years years -> year(years.from(), years.to(), conditions);
            case TypedQuery.With with -> all(with.field(), with.text(), conditions);
            case TypedQuery.Without without -> {
                for (ReferenceAnalyzer.Term term : analyzer.terms(without.text())) {
                    conditions.add(new TermQuery(new Term(Fields.TEXT, term.text())), Occur.MUST_NOT);
                }
            }
        }
    }

    private void all(String field, String value, BooleanQuery.Builder conditions) {
        for (ReferenceAnalyzer.Term term : analyzer.terms(value)) {
            conditions.add(new TermQuery(new Term(field, term.text())), Occur.FILTER);
        }
    }

    private static void year(OptionalInt from, OptionalInt to, BooleanQuery.Builder conditions) {
        if (from.isPresent() || to.isPresent()) {
            conditions.add(
                    IntField.newRangeQuery(Fields.YEAR, from.orElse(Integer.MIN_VALUE), to.orElse(Integer.MAX_VALUE)), Occur.FILTER);
        }
    }

    private static void apply(LibraryFilter filter, BooleanQuery.Builder conditions) {
        year(filter.from(), filter.to(), conditions);
        if (!filter.author().isBlank()) {
            conditions.add(new TermQuery(new Term(Fields.FAMILY, ReferenceAnalyzer.fold(filter.author().strip()))), Occur.FILTER);
        }
        if (!filter.types().isEmpty()) {
            BooleanQuery.Builder types = new BooleanQuery.Builder();
            for (WorkType type : filter.types()) {
                types.add(new TermQuery(new Term(Fields.TYPE, type.name())), Occur.SHOULD);
            }
            conditions.add(types.build(), Occur.FILTER);
        }
        if (!filter.group().isBlank()) {
            conditions.add(new TermQuery(new Term(Fields.GROUP, ReferenceAnalyzer.fold(filter.group().strip()))), Occur.FILTER);
        }
        if (filter.document()) {
            conditions.add(new TermQuery(new Term(Fields.DOCUMENT, "yes")), Occur.FILTER);
        }
    }
}
