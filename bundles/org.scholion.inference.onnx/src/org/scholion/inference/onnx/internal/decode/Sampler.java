package org.scholion.inference.onnx.internal.decode;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.scholion.inference.GenerationOptions.Sampling;

/**
 * Chooses the next token. Greedy is one pass; sampling sorts only the tokens that can be in the nucleus. Not thread-safe; for one
 * output.
 */
final class Sampler {

    private final Sampling sampling;
    private final Random random;
    private final BitSet seen = new BitSet();
    private float[] weights = new float[0];
    private long[] order = new long[0];

    Sampler(Sampling sampling) {
        this.sampling = sampling;
        random = new Random(sampling.seed());
    }

    /** Tells of a token of the prompt or the output, for the penalty on repetition. */
    void saw(int token) {
        seen.set(token);
    }

    /** Changes the logits of the tokens that occurred, as transformers does. */
    void penalise(FloatBuffer logits, int offset, int size) {
        float penalty = (float) sampling.repetitionPenalty();
        if (penalty == 1) {
            return;
        }
        for (int token = seen.nextSetBit(0); token >= 0 && token < size; token = seen.nextSetBit(token + 1)) {
            float logit = logits.get(offset + token);
            logits.put(offset + token, logit < 0 ? logit * penalty : logit / penalty);
        }
    }

    boolean isGreedy() {
        return sampling.temperature() == 0;
    }

    /** The token; a logit of negative infinity is never chosen unless all are. */
    int next(FloatBuffer logits, int offset, int size) {
        int best = greatest(logits, offset, size);
        if (isGreedy()) {
            return best;
        }
        return sample(logits, offset, size, logits.get(offset + best));
    }

    static int greatest(FloatBuffer logits, int offset, int size) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            float logit = logits.get(offset + i);
            if (logit > most) {
                most = logit;
                best = i;
            }
        }
        return best;
    }

    private int sample(FloatBuffer logits, int offset, int size, float most) {
        if (weights.length < size) {
            weights = new float[size];
            order = new long[size];
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            float weight = (float) Math.exp((logits.get(offset + i) - most) / sampling.temperature());
            weights[i] = weight;
            sum += weight;
        }
        // no token below this can be in the nucleus: all tokens below it together have less than the rest
        double least = Math.max(sampling.minP(), (1 - sampling.topP()) * sum / Math.max(1, size));
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (weights[i] > 0 && weights[i] >= least) {
                // positive floats are in the order of their bits
                order[count++] = (long) Float.floatToIntBits(weights[i]) << 32 | (Integer.MAX_VALUE - i);
            }
        }
        int kept = count;
        if (sampling.topP() < 1) {
            Arrays.sort(order, 0, count);
            kept = nucleus(count, sampling.topP() * sum);
        }
        double within = 0;
        for (int i = count - kept; i < count; i++) {
            within += weight(order[i]);
        }
        double place = random.nextDouble() * within;
        for (int i = count - 1; i > count - kept; i--) {
            place -= weight(order[i]);
            if (place < 0) {
                return token(order[i]);
            }
        }
        return token(order[count - kept]);
    }

    /** How many of the last in order have that much weight together. */
    private int nucleus(int count, double wanted) {
        double sum = 0;
        for (int i = count - 1; i >= 0; i--) {
            sum += weight(order[i]);
            if (sum >= wanted) {
                return count - i;
            }
        }
        return count;
    }

    private static float weight(long entry) {
        return Float.intBitsToFloat((int) (entry >>> 32));
    }

    private static int token(long entry) {
        return Integer.MAX_VALUE - (int) entry;
    }
}
