package org.scholion.inference.onnx.internal.gguf;

import java.nio.ByteBuffer;

/** Turns blocks of a ggml type into blocks of a {@link WeightForm}. All buffers are little-endian. */
interface BlockCodec {

    WeightForm form();

    /**
     * Takes one block of the source, which are several blocks of the form for the types with super-blocks.
     *
     * @param source read from its position on
     * @param quants gets the numbers, two in a byte where they have 4 bits, the first in the low half
     * @param scales gets a float a block
     * @param minima gets a float a block where the form has minima
     */
    void convert(ByteBuffer source, ByteBuffer quants, ByteBuffer scales, ByteBuffer minima);

    /** Weights that one call takes. */
    int sourceWeights();

    /** The form that loses least; see the decision page for which types lose something. */
    static BlockCodec of(GgufType type, int columns) {
        return switch (type) {
            case F32 -> new FloatCodec(type);
            case F16, BF16 -> columns % EightBitCodec.BLOCK == 0 ? new EightBitCodec(type) : new FloatCodec(type);
            case Q4_0, Q4_1, Q8_0 -> new SimpleBlockCodec(type);
            case Q4_K, Q5_K, Q6_K -> new SuperBlockCodec(type);
        };
    }
}
