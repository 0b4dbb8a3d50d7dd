package org.scholion.library.internal.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.scholion.library.shared.SearchServer.Question;

/** Puts a question to Solr together. Not thread-safe. */
final class SolrQuestion {

    /** Stands between values in a list; in none of them. */
    private static final String SEPARATOR = "\u001F";

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final String path;

    private SolrQuestion(String path) {
        this.path = path;
    }

    /** For documents, best first. */
    static SolrQuestion select(String query) {
        return new SolrQuestion("/select").with("q", query).with("separator", SEPARATOR);
    }

    /** How many works there are of each source and each encoder. */
    static Question sources() {
        return select("*:*")
                .with("fq", entries())
                .rows(0)
                .with("facet", "true")
                .with("facet.field", Fields.SOURCE)
                .with("facet.field", Fields.ENCODER)
                .with("facet.limit", "-1")
                .build();
    }

    /** The name of the schema. */
    static Question schema() {
        return new SolrQuestion("/schema/name").build();
    }

    /** In how many documents words stand. */
    static Question frequencies(String field, List<String> terms) {
        List<String> escaped = terms.stream().map(term -> term.replace("\\", "\\\\").replace(",", "\\,")).toList();
        return new SolrQuestion("/terms")
                .with("terms", "true")
                .with("terms.fl", field)
                .with("terms.list", String.join(",", escaped))
                .build();
    }

    /** A filter: documents of entries. */
    static String entries() {
        return Fields.POSITION + ":[* TO *]";
    }

    /** Adds a value of a parameter. */
    SolrQuestion with(String name, String value) {
        parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return this;
    }

    SolrQuestion with(String name, List<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    SolrQuestion rows(int count) {
        return with("rows", String.valueOf(count));
    }

    /** The query that one of some values stands in a field; to be given as a parameter of its own. */
    SolrQuestion oneOf(String parameter, String field, List<String> values) {
        return with(parameter, "{!terms f=" + field + " separator=$separator v=$" + parameter + "Values}")
                .with(parameter + "Values", String.join(SEPARATOR, values));
    }

    /** The query that a field is a value; to be given as a parameter of its own. */
    SolrQuestion exactly(String parameter, String field, String value) {
        return with(parameter, "{!term f=" + field + " v=$" + parameter + "Value}").with(parameter + "Value", value);
    }

    /** Restricts to sources, unless there are none, which means all. */
    SolrQuestion in(List<String> sources) {
        return sources.isEmpty() ? this : with("fq", sources(sources));
    }

    /** The filter of sources. */
    static String sources(List<String> sources) {
        return "{!terms f=" + Fields.SOURCE + "}" + String.join(",", sources);
    }

    Question build() {
        return new Question(path, parameters);
    }

    /** A vector as Solr reads it. */
    static String vector(List<Float> vector) {
        return vector.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    /** The values of a vector. */
    static List<Float> values(float[] vector) {
        List<Float> values = new ArrayList<>(vector.length);
        for (float value : vector) {
            values.add(value);
        }
        return values;
    }

    /** The nearest to a vector. */
    static String nearest(String field, int count, float[] vector) {
        return "{!knn f=" + field + " topK=" + count + "}" + vector(values(vector));
    }
}
