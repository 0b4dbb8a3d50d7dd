package org.scholion.assist.writing.internal.extract;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Vectors of length 1 over the terms of a paper: (1 + ln tf) · ln(1 + N / df), where the N documents are its sentences. */
final class TermVectors {

    private final Map<String, Double> rarity = new HashMap<>();

    /** @param sentences the terms of each */
    TermVectors(Collection<List<String>> sentences) {
        Map<String, Integer> documents = new HashMap<>();
        for (List<String> terms : sentences) {
            new HashSet<>(terms).forEach(term -> documents.merge(term, 1, Integer::sum));
        }
        documents.forEach((term, count) -> rarity.put(term, Math.log(1 + (double) sentences.size() / count)));
    }

    Map<String, Double> of(Collection<String> terms) {
        Map<String, Double> vector = new HashMap<>();
        terms.forEach(term -> vector.merge(term, 1.0, Double::sum));
        vector.replaceAll((term, count) -> (1 + Math.log(count)) * rarity.getOrDefault(term, 0.0));
        double length = Math.sqrt(vector.values().stream().mapToDouble(value -> value * value).sum());
        if (length > 0) {
            vector.replaceAll((term, value) -> value / length);
        }
        return vector;
    }

    static double cosine(Map<String, Double> one, Map<String, Double> other) {
        double sum = 0;
        for (Map.Entry<String, Double> entry : one.entrySet()) {
            sum += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }
}
