package org.scholion.inference.onnx.internal.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Random blocks of the ggml types, and what they stand for: written down from ggml's documentation, apart from the importer's code. */
final class GgmlBlocks {

    private GgmlBlocks() {}

    /** Blocks whose weights are about 0.06, so that sums of 256 products stay near 1. */
    static byte[] random(GgufType type, int weights, Random random) {
        ByteBuffer bytes = little(weights / type.blockWeights() * type.blockBytes());
        while (bytes.hasRemaining()) {
            int start = bytes.position();
            byte[] block = new byte[type.blockBytes()];
            random.nextBytes(block);
            bytes.put(block);
            float noise = 0.5f + random.nextFloat();
            switch (type) {
                case F32 -> bytes.putFloat(start, (float) (0.06 * random.nextGaussian()));
                case F16 -> half(bytes, start, 0.06 * random.nextGaussian());
                case BF16 ->
                    bytes.putShort(start, (short) (Float.floatToIntBits((float) (0.06 * random.nextGaussian())) >> 16));
                case Q4_0 -> half(bytes, start, 0.012 * noise);
                case Q4_1 -> {
                    half(bytes, start, 0.012 * noise);
                    half(bytes, start + 2, -0.1 + 0.02 * random.nextGaussian());
                }
                case Q8_0 -> half(bytes, start, 0.0008 * noise);
                case Q4_K, Q5_K -> {
                    half(bytes, start, (type == GgufType.Q4_K ? 0.0004 : 0.0002) * noise);
                    half(bytes, start + 2, 0.003 * noise);
                }
                case Q6_K -> half(bytes, start + 208, 0.00008 * noise);
            }
        }
        return bytes.array();
    }

    private static void half(ByteBuffer bytes, int at, double value) {
        bytes.putShort(at, Float.floatToFloat16((float) value));
    }

    static float[] weights(GgufType type, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] weights = new float[bytes.length / type.blockBytes() * type.blockWeights()];
        for (int block = 0; block < bytes.length / type.blockBytes(); block++) {
            for (int i = 0; i < type.blockWeights(); i++) {
                weights[block * type.blockWeights() + i] = weight(type, in, block * type.blockBytes(), i);
            }
        }
        return weights;
    }

    private static float weight(GgufType type, ByteBuffer in, int start, int i) {
        return switch (type) {
            case F32 -> in.getFloat(start);
            case F16 -> float16(in, start);
            case BF16 -> Float.intBitsToFloat(in.getShort(start) << 16);
            case Q4_0 -> float16(in, start) * (nibble(in.get(start + 2 + i % 16), i / 16) - 8);
            case Q4_1 ->
                float16(in, start) * nibble(in.get(start + 4 + i % 16), i / 16) + float16(in, start + 2);
            case Q8_0 -> float16(in, start) * in.get(start + 2 + i);
            case Q4_K -> {
                int number = nibble(in.get(start + 16 + i / 64 * 32 + i % 32), i / 32 % 2);
                yield superBlock(in, start, i / 32, number);
            }
            case Q5_K -> {
                int number = nibble(in.get(start + 48 + i / 64 * 32 + i % 32), i / 32 % 2);
                int high = (in.get(start + 16 + i % 32) & 1 << i / 32) == 0 ? 0 : 16;
                yield superBlock(in, start, i / 32, number + high);
            }
            case Q6_K -> {
                int half = i / 128;
                int quarter = i / 32 % 4;
                int low = nibble(in.get(start + 64 * half + 32 * (quarter % 2) + i % 32), quarter / 2);
                int high = in.get(start + 128 + 32 * half + i % 32) >> 2 * quarter & 3;
                yield float16(in, start + 208) * in.get(start + 192 + i / 16) * (low + 16 * high - 32);
            }
        };
    }

    private static float superBlock(ByteBuffer in, int start, int block, int number) {
        int[] packed = new int[12];
        for (int i = 0; i < 12; i++) {
            packed[i] = in.get(start + 4 + i) & 0xFF;
        }
        int scale = block < 4 ? packed[block] & 63 : packed[block + 4] & 15 | packed[block - 4] >> 6 << 4;
        int minimum = block < 4 ? packed[block + 4] & 63 : packed[block + 4] >> 4 | packed[block] >> 6 << 4;
        return float16(in, start) * scale * number - float16(in, start + 2) * minimum;
    }

    private static int nibble(byte both, int half) {
        return half == 0 ? both & 15 : both >> 4 & 15;
    }

    private static float float16(ByteBuffer in, int at) {
        return Float.float16ToFloat(in.getShort(at));
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
