package org.scholion.inference.onnx.internal.encode;

/** Logits to probabilities. */
final class Probabilities {

    private Probabilities() {}

    /** Replaces logits by probabilities that sum to 1. */
    static void softmax(double[] values) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(values[i] - greatest);
            sum += values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
    }
}
