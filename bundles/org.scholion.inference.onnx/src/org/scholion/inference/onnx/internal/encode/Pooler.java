package org.scholion.inference.onnx.internal.encode;

import java.nio.FloatBuffer;
import org.scholion.inference.onnx.internal.layout.SentenceModules;

/** Makes one vector of those of the tokens. Thread-safe. */
final class Pooler {

    /** What sentence-transformers and torch divide by at least. */
    private static final float LEAST_LENGTH = 1e-12f;

    private final SentenceModules.Pooling pooling;
    private final boolean normalise;
    private final int dimension;

    Pooler(SentenceModules.Pooling pooling, boolean normalise, int dimension) {
        this.pooling = pooling;
        this.normalise = normalise;
        this.dimension = dimension;
    }

    /**
     * Writes a vector.
     *
     * @param values the vectors of the tokens, one after the other
     * @param start where the first one begins
     * @param from the first token that counts
     * @param to behind the last one
     * @param target where the vector goes, from {@code at} on
     */
    void pool(FloatBuffer values, int start, int from, int to, float[] target, int at) {
        int first =
                switch (pooling) {
                    case MEAN, MAX -> from;
                    case CLS -> 0;
                    case LAST_TOKEN -> to - 1;
                };
        values.get(start + first * dimension, target, at, dimension);
        if (pooling == SentenceModules.Pooling.MEAN || pooling == SentenceModules.Pooling.MAX) {
            float[] token = new float[dimension];
            for (int i = from + 1; i < to; i++) {
                values.get(start + i * dimension, token);
                if (pooling == SentenceModules.Pooling.MEAN) {
                    add(token, target, at);
                } else {
                    max(token, target, at);
                }
            }
            if (pooling == SentenceModules.Pooling.MEAN) {
                scale(target, at, 1f / Math.max(1, to - from));
            }
        }
        if (normalise) {
            normalise(target, at);
        }
    }

    /** Takes a vector that the graph pooled itself. */
    void take(FloatBuffer values, int start, float[] target, int at) {
        values.get(start, target, at, dimension);
        if (normalise) {
            normalise(target, at);
        }
    }

    private void add(float[] token, float[] target, int at) {
        for (int i = 0; i < dimension; i++) {
            target[at + i] += token[i];
        }
    }

    private void max(float[] token, float[] target, int at) {
        for (int i = 0; i < dimension; i++) {
            target[at + i] = Math.max(target[at + i], token[i]);
        }
    }

    private void scale(float[] target, int at, float factor) {
        for (int i = 0; i < dimension; i++) {
            target[at + i] *= factor;
        }
    }

    private void normalise(float[] target, int at) {
        double squares = 0;
        for (int i = 0; i < dimension; i++) {
            squares += (double) target[at + i] * target[at + i];
        }
        scale(target, at, 1f / Math.max(LEAST_LENGTH, (float) Math.sqrt(squares)));
    }
}
