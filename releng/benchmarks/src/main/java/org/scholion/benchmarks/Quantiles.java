package org.scholion.benchmarks;

import java.util.Arrays;

/** Collects times and gives their quantiles. Not thread-safe. */
final class Quantiles {

    private long[] nanos = new long[256];
    private int count;

    /** Quantiles of times, in milliseconds. */
    record Millis(int count, double p50, double p95, double max) {}

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    Millis millis() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Millis(count, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
    }

    /** The nearest-rank quantile. */
    private static double at(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1_000_000.0;
    }
}
