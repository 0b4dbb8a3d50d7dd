package org.scholion.inference;

import java.util.Arrays;

/** Vectors of equal length. Immutable. */
public final class Embeddings {

    private final int dimension;
    private final float[] values;

    /**
     * @param dimension the length of each vector, at least 1
     * @param values the vectors one after the other; copied
     */
    public Embeddings(int dimension, float[] values) {
        if (dimension < 1 || values.length % dimension != 0) {
            throw new IllegalArgumentException(values.length + " values are no vectors of " + dimension);
        }
        this.dimension = dimension;
        this.values = values.clone();
    }

    public int dimension() {
        return dimension;
    }

    /** How many vectors there are. */
    public int count() {
        return values.length / dimension;
    }

    /** A copy of the vector at {@code index}. */
    public float[] vector(int index) {
        return Arrays.copyOfRange(values, checked(index) * dimension, (index + 1) * dimension);
    }

    /** The cosine of the angle between two vectors, from -1 to 1; 0 where one of them is zero. */
    public double cosine(int index, Embeddings other, int otherIndex) {
        if (other.dimension != dimension) {
            throw new IllegalArgumentException("vectors of " + dimension + " and " + other.dimension);
        }
        int a = checked(index) * dimension;
        int b = other.checked(otherIndex) * dimension;
        double dot = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < dimension; i++) {
            dot += (double) values[a + i] * other.values[b + i];
            squaresA += (double) values[a + i] * values[a + i];
            squaresB += (double) other.values[b + i] * other.values[b + i];
        }
        double lengths = Math.sqrt(squaresA) * Math.sqrt(squaresB);
        return lengths == 0 ? 0 : dot / lengths;
    }

    private int checked(int index) {
        if (index < 0 || index >= count()) {
            throw new IndexOutOfBoundsException(index);
        }
        return index;
    }
}
