package org.scholion.library.internal.search;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/**
 * Understands what a person types: {@code author:name}, {@code title:word}, {@code year:2010}, {@code year:2010-2015} are conditions; the rest
 * are words, {@code "phrases"}, {@code word*}, {@code -word}. Any text is understood somehow.
 */
final class QuerySyntax {

    private static final Pattern CONDITION =
            Pattern.compile("(?<!\\S)(author:|title:|year:|-)(?:\"([^\"]*)\"|(\\S+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARS = Pattern.compile("(\\d{4})?(-)?(\\d{4})?");

    private static final Map<String, Float> WEIGHTS = Map.of(Fields.TITLE, 2f, Fields.PEOPLE, 1.5f, Fields.TEXT, 1f);

    private static final int FLAGS = SimpleQueryParser.PHRASE_OPERATOR
            | SimpleQueryParser.PREFIX_OPERATOR
            | SimpleQueryParser.WHITESPACE_OPERATOR;

    private final ReferenceAnalyzer analyzer;

    QuerySyntax(ReferenceAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** A query as it was understood: the words for entries and for passages, and what must hold. */
    record Understood(Query entries, Query passages, Query conditions, boolean hasWords) {}

    Understood understand(String typed, LibraryFilter filter) {
        BooleanQuery.Builder conditions = new BooleanQuery.Builder().add(new FieldExistsQuery(Fields.POSITION), Occur.FILTER);
        StringBuilder words = new StringBuilder();
        Matcher matcher = CONDITION.matcher(typed);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            boolean understood = condition(matcher.group(1), value, conditions);
            matcher.appendReplacement(words, Matcher.quoteReplacement(understood ? " " : " " + value + " "));
        }
        matcher.appendTail(words);
        apply(filter, conditions);
        String rest = words.toString().strip();
        Query all = MatchAllDocsQuery.INSTANCE;
        return new Understood(
                rest.isEmpty() ? all : new SimpleQueryParser(analyzer, WEIGHTS, FLAGS).parse(rest),
                rest.isEmpty() ? all : new SimpleQueryParser(analyzer, Map.of(Fields.PASSAGE, 1f), FLAGS).parse(rest),
                conditions.build(),
                !rest.isEmpty());
    }

    private boolean condition(String name, String value, BooleanQuery.Builder conditions) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "year:" -> {
                Matcher years = YEARS.matcher(value);
                if (value.length() < 4 || !years.matches()) {
                    return false;
                }
                String from = years.group(1);
                String to = years.group(2) == null ? from : years.group(3);
                year(
                        from == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(from)),
                        to == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(to)),
                        conditions);
            }
            case "author:" -> all(Fields.PEOPLE, value, conditions);
            case "title:" -> all(Fields.TITLE, value, conditions);
            default -> {
                for (ReferenceAnalyzer.Term term : analyzer.terms(value)) {
                    conditions.add(new TermQuery(new Term(Fields.TEXT, term.text())), Occur.MUST_NOT);
                }
            }
        }
        return true;
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
