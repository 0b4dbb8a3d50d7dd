package org.scholion.inference.onnx.internal.gguf;

import java.nio.ByteBuffer;

/**
 * The types with blocks in super-blocks of 256 weights, whose scales are small numbers times a scale of the super-block: Q4_K, Q5_K and
 * Q6_K. Each block gets its own scale and minimum as floats; nothing is lost.
 */
final class SuperBlockCodec implements BlockCodec {

    private static final int SUPER_BLOCK = 256;
    private static final int SCALE_BYTES = 12;

    private final GgufType type;
    private final byte[] block;
    private final byte[] numbers = new byte[SUPER_BLOCK];

    SuperBlockCodec(GgufType type) {
        this.type = type;
        block = new byte[type.blockBytes()];
    }

    @Override
    public WeightForm form() {
        return switch (type) {
            case Q4_K -> new WeightForm(4, 32, true);
            case Q5_K -> new WeightForm(8, 32, true);
            default -> new WeightForm(8, 16, false);
        };
    }

    @Override
    public int sourceWeights() {
        return SUPER_BLOCK;
    }

    @Override
    public void convert(ByteBuffer source, ByteBuffer quants, ByteBuffer scales, ByteBuffer minima) {
        source.get(block);
        switch (type) {
            case Q4_K -> fourBits(quants, scales, minima);
            case Q5_K -> fiveBits(quants, scales, minima);
            default -> sixBits(quants, scales);
        }
    }

    private void fourBits(ByteBuffer quants, ByteBuffer scales, ByteBuffer minima) {
        scalesAndMinima(8, scales, minima);
        lowBits(4 + SCALE_BYTES);
        for (int i = 0; i < SUPER_BLOCK; i += 2) {
            quants.put((byte) (numbers[i] | numbers[i + 1] << 4));
        }
    }

    private void fiveBits(ByteBuffer quants, ByteBuffer scales, ByteBuffer minima) {
        scalesAndMinima(16, scales, minima);
        int high = 4 + SCALE_BYTES;
        lowBits(high + 32);
        for (int i = 0; i < SUPER_BLOCK; i++) {
            int fifth = block[high + i % 32] >> i / 32 & 1;
            quants.put((byte) (128 - 16 + numbers[i] + 16 * fifth));
        }
    }

    /** Four bits of each weight: 32 bytes hold a block in their low halves and the next in their high ones. */
    private void lowBits(int start) {
        for (int i = 0; i < SUPER_BLOCK; i++) {
            int at = start + i / 64 * 32 + i % 32;
            numbers[i] = (byte) (block[at] >> i / 32 % 2 * 4 & 15);
        }
    }

    /** @param middle the number that the graph takes for zero */
    private void scalesAndMinima(int middle, ByteBuffer scales, ByteBuffer minima) {
        float scale = float16(0);
        float minimum = float16(2);
        for (int i = 0; i < 8; i++) {
            int low = 4 + i;
            int factor;
            int offset;
            if (i < 4) {
                factor = block[low] & 63;
                offset = block[low + 4] & 63;
            } else {
                factor = block[low + 4] & 15 | (block[low - 4] & 0xC0) >> 2;
                offset = block[low + 4] >> 4 & 15 | (block[low] & 0xC0) >> 2;
            }
            scales.putFloat(scale * factor);
            minima.putFloat(middle * (scale * factor) - minimum * offset);
        }
    }

    private void sixBits(ByteBuffer quants, ByteBuffer scales) {
        int high = 128;
        int factors = 192;
        float scale = float16(208);
        for (int i = 0; i < SUPER_BLOCK; i++) {
            int half = i / 128;
            int quarter = i % 128 / 32;
            int low = block[half * 64 + quarter % 2 * 32 + i % 32] >> quarter / 2 * 4 & 15;
            int upper = block[high + half * 32 + i % 32] >> quarter * 2 & 3;
            quants.put((byte) (128 - 32 + (low | upper << 4)));
            if (i % 16 == 0) {
                scales.putFloat(scale * block[factors + i / 16]);
            }
        }
    }

    private float float16(int at) {
        return Float.float16ToFloat((short) (block[at] & 0xFF | block[at + 1] << 8));
    }
}
