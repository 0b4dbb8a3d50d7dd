package org.scholion.inference.onnx.internal.gguf;

/**
 * A matrix of the file, or a vector as a matrix of one row.
 *
 * @param columns the length of a row, in weights; a multiple of the block of the type
 * @param rowCount at least 1
 * @param offset of the first byte in the file
 */
record GgufTensor(String name, GgufType type, int columns, int rowCount, long offset) {

    GgufTensor {
        if (columns < 1 || rowCount < 1 || columns % type.blockWeights() != 0 || offset < 0) {
            throw new IllegalArgumentException(name + ": " + rowCount + " rows of " + columns + " at " + offset);
        }
    }

    /** Bytes of one row; at most 2^31 - 1, since rows longer than that are refused by the reader. */
    int rowBytes() {
        return columns / type.blockWeights() * type.blockBytes();
    }

    /** Bytes of all rows. */
    long byteCount() {
        return (long) rowBytes() * rowCount;
    }
}
