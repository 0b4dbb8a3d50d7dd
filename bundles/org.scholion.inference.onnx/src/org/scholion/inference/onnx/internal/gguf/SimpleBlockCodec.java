package org.scholion.inference.onnx.internal.gguf;

import java.nio.ByteBuffer;

/** The types with one scale for 32 weights: Q4_0, Q4_1 and Q8_0. Nothing is lost. */
record SimpleBlockCodec(GgufType type) implements BlockCodec {

    private static final int BLOCK = 32;

    @Override
    public WeightForm form() {
        return new WeightForm(type == GgufType.Q8_0 ? 8 : 4, BLOCK, type == GgufType.Q4_1);
    }

    @Override
    public int sourceWeights() {
        return BLOCK;
    }

    @Override
    public void convert(ByteBuffer source, ByteBuffer quants, ByteBuffer scales, ByteBuffer minima) {
        float scale = Float.float16ToFloat(source.getShort());
        scales.putFloat(scale);
        if (type == GgufType.Q4_1) {
            minima.putFloat(Float.float16ToFloat(source.getShort()) + 8 * scale);
        }
        if (type == GgufType.Q8_0) {
            for (int i = 0; i < BLOCK; i++) {
                quants.put((byte) (source.get() + 128));
            }
        } else {
            int start = source.position();
            nibbles(source, start, 0, quants);
            nibbles(source, start, 4, quants);
            source.position(start + BLOCK / 2);
        }
    }

    /** Sixteen weights, from the low or the high halves of sixteen bytes to both halves of eight. */
    private static void nibbles(ByteBuffer source, int start, int shift, ByteBuffer quants) {
        for (int i = 0; i < BLOCK / 2; i += 2) {
            int low = source.get(start + i) >> shift & 15;
            int high = source.get(start + i + 1) >> shift & 15;
            quants.put((byte) (low | high << 4));
        }
    }
}
