package org.scholion.inference.onnx.internal.gguf;

import java.nio.ByteBuffer;

/** Plain numbers that stay plain numbers. */
record FloatCodec(GgufType type) implements BlockCodec {

    @Override
    public WeightForm form() {
        return WeightForm.FLOAT;
    }

    @Override
    public int sourceWeights() {
        return 1;
    }

    @Override
    public void convert(ByteBuffer source, ByteBuffer quants, ByteBuffer scales, ByteBuffer minima) {
        quants.putFloat(read(type, source));
    }

    /** The next number of one of the three types of plain numbers. */
    static float read(GgufType type, ByteBuffer source) {
        return switch (type) {
            case F32 -> source.getFloat();
            case F16 -> Float.float16ToFloat(source.getShort());
            case BF16 -> Float.intBitsToFloat(source.getShort() << 16);
            case Q4_0, Q4_1, Q8_0, Q4_K, Q5_K, Q6_K -> throw new IllegalArgumentException(type.toString());
        };
    }
}
