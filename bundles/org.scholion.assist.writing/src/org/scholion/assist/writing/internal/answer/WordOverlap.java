package org.scholion.assist.writing.internal.answer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How much of a question's words stand in a sentence; what is rare among the sentences counts more. Endings are cut. */
final class WordOverlap {

    private static final int LONG_ENOUGH = 5;
    private static final List<String> ENDINGS = List.of("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "ly", "al");

    private final Map<String, Double> weights = new HashMap<>();
    private final double sum;

    /** @param sentences the terms of each sentence that may answer */
    WordOverlap(Collection<String> question, List<List<String>> sentences) {
        Map<String, Integer> documents = new HashMap<>();
        for (List<String> terms : sentences) {
            stems(terms).forEach(stem -> documents.merge(stem, 1, Integer::sum));
        }
        for (String stem : stems(question)) {
            weights.put(stem, Math.log(1 + (double) sentences.size() / (1 + documents.getOrDefault(stem, 0))));
        }
        sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** From 0 to 1. */
    double of(Collection<String> terms) {
        Set<String> there = stems(terms);
        double shared = weights.entrySet().stream()
                .filter(entry -> there.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return sum == 0 ? 0 : shared / sum;
    }

    private static Set<String> stems(Collection<String> terms) {
        Set<String> stems = new HashSet<>();
        terms.forEach(term -> stems.add(stem(term.toLowerCase(Locale.ROOT))));
        return stems;
    }

    private static String stem(String term) {
        for (String ending : ENDINGS) {
            if (term.endsWith(ending) && term.length() - ending.length() >= LONG_ENOUGH - 1) {
                return term.substring(0, term.length() - ending.length());
            }
        }
        return term;
    }
}
