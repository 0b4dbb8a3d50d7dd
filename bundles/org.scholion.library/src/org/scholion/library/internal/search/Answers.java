package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the answers of a Solr, which may be any. */
final class Answers {

    private Answers() {}

    /** The documents of an answer to a query. */
    static List<Map<?, ?>> documents(Map<?, ?> answer) throws IOException {
        List<Map<?, ?>> documents = new ArrayList<>();
        if (map(answer, "response").get("docs") instanceof List<?> docs) {
            for (Object doc : docs) {
                if (!(doc instanceof Map<?, ?> one)) {
                    throw new IOException("no document: " + doc);
                }
                documents.add(one);
            }
            return documents;
        }
        throw new IOException("no documents");
    }

    /** How many documents match. */
    static long found(Map<?, ?> answer) throws IOException {
        return (long) number(map(answer, "response"), "numFound");
    }

    /** How many documents have each value of a field. */
    static Map<String, Long> facet(Map<?, ?> answer, String field) throws IOException {
        return counts(map(map(answer, "facet_counts"), "facet_fields"), field);
    }

    /** Numbers by names. */
    static Map<String, Long> counts(Map<?, ?> all, String name) throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Map.Entry<?, ?> count : map(all, name).entrySet()) {
            if (!(count.getValue() instanceof Number number)) {
                throw new IOException("no number: " + count);
            }
            if (number.longValue() > 0) {
                counts.put(String.valueOf(count.getKey()), number.longValue());
            }
        }
        return counts;
    }

    static Map<?, ?> map(Map<?, ?> all, String name) throws IOException {
        if (all.get(name) instanceof Map<?, ?> one) {
            return one;
        }
        throw new IOException("no " + name);
    }

    static String text(Map<?, ?> document, String field) throws IOException {
        if (document.get(field) instanceof String text) {
            return text;
        }
        throw new IOException("no " + field);
    }

    static double number(Map<?, ?> document, String field) throws IOException {
        if (document.get(field) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IOException("no " + field);
    }

    /** The vector of a document; empty where it has none. */
    static List<Float> vector(Map<?, ?> document, String field) throws IOException {
        List<Float> vector = new ArrayList<>();
        if (document.get(field) instanceof List<?> values) {
            for (Object value : values) {
                if (!(value instanceof Number number)) {
                    throw new IOException("no vector");
                }
                vector.add(number.floatValue());
            }
        }
        return List.copyOf(vector);
    }
}
