package org.scholion.assist.language.internal.consistency;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts how often each form of something is used. Not thread-safe.
 *
 * @param <T> the form
 */
public final class Counts<T> {

    private final Map<T, Integer> counts = new LinkedHashMap<>();
    private int total;

    public void add(T form) {
        counts.merge(form, 1, Integer::sum);
        total++;
    }

    public int total() {
        return total;
    }

    public int of(T form) {
        return counts.getOrDefault(form, 0);
    }

    /** How many different forms there are. */
    public int size() {
        return counts.size();
    }

    public Iterable<T> forms() {
        return counts.keySet();
    }

    /** The most frequent form, of equals the one that came first. There is one. */
    public T best() {
        T best = counts.keySet().iterator().next();
        for (Map.Entry<T, Integer> entry : counts.entrySet()) {
            best = entry.getValue() > of(best) ? entry.getKey() : best;
        }
        return best;
    }
}
