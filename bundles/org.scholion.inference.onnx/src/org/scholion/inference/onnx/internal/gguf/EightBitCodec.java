package org.scholion.inference.onnx.internal.gguf;

import java.nio.ByteBuffer;

/**
 * Half-precision numbers to 8 bits, as Q8_0 does it: the scale is the largest magnitude of the block over 127, and what is lost at most half
 * of it.
 */
final class EightBitCodec implements BlockCodec {

    /** Weights of a block. */
    static final int BLOCK = 32;

    private final GgufType type;
    private final float[] block = new float[BLOCK];

    EightBitCodec(GgufType type) {
        this.type = type;
    }

    @Override
    public WeightForm form() {
        return new WeightForm(8, BLOCK, false);
    }

    @Override
    public int sourceWeights() {
        return BLOCK;
    }

    @Override
    public void convert(ByteBuffer source, ByteBuffer quants, ByteBuffer scales, ByteBuffer minima) {
        float largest = 0;
        for (int i = 0; i < BLOCK; i++) {
            block[i] = FloatCodec.read(type, source);
            largest = Math.max(largest, Math.abs(block[i]));
        }
        float scale = largest / 127;
        for (int i = 0; i < BLOCK; i++) {
            quants.put((byte) (128 + (scale == 0 ? 0 : Math.round(block[i] / scale))));
        }
        scales.putFloat(scale);
    }
}
