package org.scholion.inference.onnx.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.scholion.inference.GenerationOptions.Sampling;

/** How often each token comes is what its probability says. The seed is fixed, and so is the outcome. */
class SamplerTest {

    private static final int DRAWS = 40_000;
    private static final long SEED = 20261126;
    /** Of chi-square with as many degrees of freedom: what is exceeded once in a thousand times by chance. */
    private static final double[] BOUNDS = {0, 10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32};
    /** Probabilities at temperature 1, not in order. */
    private static final double[] SHARES = {0.05, 0.30, 0.02, 0.25, 0.15, 0.10, 0.08, 0.05};
    /** The logits do not begin at the beginning of the buffer. */
    private static final int OFFSET = 3;

    @ParameterizedTest
    @CsvSource({
        // temperature, top-p, min-p
        "1, 1, 0",
        "0.7, 1, 0",
        "2.5, 1, 0",
        "1, 0.6, 0",
        "1, 0.9, 0",
        "0.7, 0.8, 0",
        "1, 1, 0.2",
        "1, 1, 0.6",
        "1.5, 0.9, 0.3",
        "1, 0.5, 0.1"
    })
    void tokensComeAsOftenAsTheirProbabilitySays(double temperature, double topP, double minP) {
        Sampler sampler = new Sampler(new Sampling(temperature, topP, minP, 1, SEED));
        int[] counts = new int[SHARES.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[sampler.next(logits(), OFFSET, SHARES.length)]++;
        }
        double[] expected = expected(temperature, topP, minP);
        double distance = 0;
        int kinds = 0;
        for (int i = 0; i < counts.length; i++) {
            double wanted = expected[i] * DRAWS;
            if (wanted == 0) {
                assertEquals(0, counts[i], "token " + i + " of " + Arrays.toString(counts));
            } else {
                distance += (counts[i] - wanted) * (counts[i] - wanted) / wanted;
                kinds++;
            }
        }
        assertTrue(distance <= BOUNDS[kinds - 1], distance + " of " + Arrays.toString(counts) + " for " + Arrays.toString(expected));
    }

    @Test
    void theSameSeedGivesTheSameTokensAndAnotherGivesOthers() {
        assertEquals(Arrays.toString(draws(1)), Arrays.toString(draws(1)));
        assertTrue(!Arrays.equals(draws(1), draws(2)));
    }

    private static int[] draws(long seed) {
        Sampler sampler = new Sampler(new Sampling(1, 1, 0, 1, seed));
        return IntStream.range(0, 50).map(i -> sampler.next(logits(), OFFSET, SHARES.length)).toArray();
    }

    private static FloatBuffer logits() {
        FloatBuffer logits = FloatBuffer.allocate(OFFSET + SHARES.length);
        for (int i = 0; i < SHARES.length; i++) {
            logits.put(OFFSET + i, (float) Math.log(SHARES[i]) + 5);
        }
        return logits;
    }

    /** By the words of {@link Sampling}: temperature, then the nucleus, then the least share of the best; what is left sums to 1. */
    private static double[] expected(double temperature, double topP, double minP) {
        double[] weights = Arrays.stream(SHARES).map(share -> Math.pow(share, 1 / temperature)).toArray();
        double sum = Arrays.stream(weights).sum();
        double best = Arrays.stream(weights).max().orElseThrow();
        int[] order = IntStream.range(0, weights.length)
                .boxed()
                .sorted((a, b) -> Double.compare(weights[b], weights[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] kept = new double[weights.length];
        double before = 0;
        for (int token : order) {
            if (before < topP * sum && weights[token] >= minP * best) {
                kept[token] = weights[token];
            }
            before += weights[token];
        }
        double left = Arrays.stream(kept).sum();
        return Arrays.stream(kept).map(weight -> weight / left).toArray();
    }
}
