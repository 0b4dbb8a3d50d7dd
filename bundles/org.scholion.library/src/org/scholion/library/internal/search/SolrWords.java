package org.scholion.library.internal.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.scholion.library.WorkType;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.PlaceQuery;

/**
 * Queries of words in the syntax of Solr, for what {@link Queries} and {@link QuerySyntax} make in Lucene. Words are sent as
 * they stand in the
 * text, one of each, and Solr makes terms of them as it did of the works.
 */
final class SolrWords {

    private final ReferenceAnalyzer analyzer;

    SolrWords(ReferenceAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** The sentence, with the words next to the place counted twice; empty without words. */
    String sentence(PlaceQuery place) {
        return of(List.of(place.before(), place.after(), Queries.nearText(place)));
    }

    /** The words next to the place; empty without words. */
    String near(PlaceQuery place) {
        return of(List.of(Queries.nearText(place)));
    }

    /** Any text; empty without words. */
    String text(String text) {
        return of(List.of(text));
    }

    private String of(List<String> texts) {
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String text : texts) {
            for (ReferenceAnalyzer.Term term : analyzer.terms(text)) {
                words.putIfAbsent(term.text(), text.substring(term.start(), term.end()));
                counts.merge(term.text(), 1, Integer::sum);
            }
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, String> word : words.entrySet()) {
            int count = counts.getOrDefault(word.getKey(), 1);
            if (parts.size() < Queries.MAX_TERMS) {
                parts.add(quoted(word.getValue()) + (count == 1 ? "" : "^" + count));
            }
        }
        return String.join(" ", parts);
    }

    /** The filters of what was typed and what must hold. */
    static List<String> filters(TypedQuery typed, LibraryFilter filter, ReferenceAnalyzer analyzer) {
        List<String> filters = new ArrayList<>();
        filters.add(SolrQuestion.entries());
        for (TypedQuery.Condition condition : typed.conditions()) {
            switch (condition) {
                case TypedQuery.Years years -> year(years.from(), years.to(), filters);
                case TypedQuery.With with -> words(with.text(), analyzer).forEach(word -> filters.add(with.field() + ":" + word));
                case TypedQuery.Without without ->
                    words(without.text(), analyzer).forEach(word -> filters.add("-" + Fields.TEXT + ":" + word));
            }
        }
        year(filter.from(), filter.to(), filters);
        if (!filter.author().isBlank()) {
            filters.add(Fields.FAMILY + ":" + quoted(ReferenceAnalyzer.fold(filter.author().strip())));
        }
        if (!filter.types().isEmpty()) {
            List<String> types = filter.types().stream().map(WorkType::name).sorted().toList();
            filters.add(String.format(Locale.ROOT, "%s:(%s)", Fields.TYPE, String.join(" OR ", types)));
        }
        if (!filter.group().isBlank()) {
            filters.add(Fields.GROUP + ":" + quoted(ReferenceAnalyzer.fold(filter.group().strip())));
        }
        if (filter.document()) {
            filters.add(Fields.DOCUMENT + ":yes");
        }
        return filters;
    }

    private static List<String> words(String text, ReferenceAnalyzer analyzer) {
        return analyzer.terms(text).stream().map(term -> quoted(text.substring(term.start(), term.end()))).toList();
    }

    private static void year(OptionalInt from, OptionalInt to, List<String> filters) {
        if (from.isPresent() || to.isPresent()) {
            String low = from.isPresent() ? String.valueOf(from.getAsInt()) : "*";
            String high = to.isPresent() ? String.valueOf(to.getAsInt()) : "*";
            filters.add(Fields.YEAR + ":[" + low + " TO " + high + "]");
        }
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
