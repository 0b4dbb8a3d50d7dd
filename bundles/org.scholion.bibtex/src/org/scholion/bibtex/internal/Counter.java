package org.scholion.bibtex.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts which value is the most frequent; of equals the first one seen. */
final class Counter<T> {

    private final Map<T, Integer> counts = new LinkedHashMap<>();
    private int total;

    void add(T value) {
        counts.merge(value, 1, Integer::sum);
        total++;
    }

    T most(T otherwise) {
        T best = otherwise;
        int most = 0;
        for (Map.Entry<T, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    /** How often the most frequent value was seen, of 1. */
    double share() {
        return total == 0 ? 0 : (double) counts.values().stream().mapToInt(Integer::intValue).max().orElse(0) / total;
    }

    boolean isEmpty() {
        return total == 0;
    }
}
