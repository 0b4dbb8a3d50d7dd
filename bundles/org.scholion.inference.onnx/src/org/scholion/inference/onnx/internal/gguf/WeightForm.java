package org.scholion.inference.onnx.internal.gguf;

/**
 * How a matrix is held in the graph: a weight is {@code scale * (q - 2^(bits-1)) + minimum}, with a scale and a minimum for each block of
 * a row.
 *
 * @param bits 4 or 8; 32 for plain floats, which have no blocks
 * @param blockWeights weights of a block; 1 for plain floats
 * @param hasMinimum whether blocks have a minimum; where not it is 0
 */
record WeightForm(int bits, int blockWeights, boolean hasMinimum) {

    static final WeightForm FLOAT = new WeightForm(32, 1, false);

    boolean isFloat() {
        return bits == 32;
    }

    /** Bytes of the numbers of one row. */
    int quantBytes(int columns) {
        return Math.toIntExact((long) columns * bits / 8);
    }

    /** Blocks of one row. */
    int blocks(int columns) {
        return columns / blockWeights;
    }
}
