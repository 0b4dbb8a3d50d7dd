package org.scholion.inference.onnx.internal.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.DoubleUnaryOperator;
import org.scholion.inference.ModelException;

/** Cosines and sines of the angles by which pairs of numbers are turned at each position (Su et al., RoFormer, 2021). */
final class RotaryTable {

    private static final int PIECE_POSITIONS = 1024;

    private final DecoderShape shape;
    private final float[] factors;

    /** @param factors by which the frequencies are divided, one for each pair (Llama 3.1) */
    RotaryTable(DecoderShape shape, float[] factors) {
        this.shape = shape;
        this.factors = factors;
    }

    /** Bytes of the table of one function. */
    long byteCount() {
        return (long) shape.context() * factors.length * Float.BYTES;
    }

    void write(ExternalData data, long place, DoubleUnaryOperator function) throws ModelException {
        ByteBuffer buffer = ByteBuffer.allocate(PIECE_POSITIONS * factors.length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        double[] frequencies = new double[factors.length];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] =
                    Math.pow(shape.ropeBase(), -2.0 * i / shape.headSize()) / factors[i] / shape.ropeScale();
        }
        long at = place;
        for (int position = 0; position < shape.context(); position++) {
            for (double frequency : frequencies) {
                buffer.putFloat((float) function.applyAsDouble(position * frequency));
            }
            if (!buffer.hasRemaining()) {
                at = data.write(at, buffer);
            }
        }
        data.write(at, buffer);
    }
}
