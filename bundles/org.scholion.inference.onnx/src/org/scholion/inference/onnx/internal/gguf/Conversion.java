package org.scholion.inference.onnx.internal.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.LongConsumer;
import org.scholion.inference.ModelException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Rows of the file on their way to their places in the graph's data, a few at a time: never more than about 8 MB of them are in memory.
 *
 * @param sources one under the other; all of one type and one number of columns
 * @param quants the place of the numbers
 * @param scales the place of the scales, where the form has them
 * @param minima the place of the minima, where the form has them
 */
record Conversion(List<Rows> sources, BlockCodec codec, long quants, long scales, long minima) {

    private static final int PIECE_BYTES = 1 << 20;

    /**
     * All rows of a tensor.
     *
     * @param interleavedHead 0, or the size of the heads whose rows are in pairs as llama.cpp has them (0, n/2, 1, n/2+1 and so on) and go
     *     back to their order in the original model
     */
    record Rows(GgufTensor tensor, int interleavedHead) {

        /** Rows that are read together. */
        int pieceRows() {
            return interleavedHead > 0
                    ? interleavedHead
                    : Math.clamp(PIECE_BYTES / tensor.rowBytes(), 1, tensor.rowCount());
        }

        /** Which row of a piece becomes its row {@code i}. */
        int source(int i) {
            int half = interleavedHead / 2;
            return interleavedHead == 0 ? i : i < half ? 2 * i : 2 * (i - half) + 1;
        }
    }

    long byteCount() {
        return sources.stream().mapToLong(rows -> rows.tensor().byteCount()).sum();
    }

    /** @param progress told the bytes of the file that are done, piece by piece */
    void run(GgufFile file, ExternalData data, LongConsumer progress, CancelToken cancel)
            throws ModelException, CancelledException {
        long[] places = {quants, scales, minima};
        for (Rows rows : sources) {
            ByteBuffer source = buffer((long) rows.pieceRows() * rows.tensor().rowBytes());
            int columns = rows.tensor().columns();
            WeightForm form = codec.form();
            ByteBuffer numbers = buffer((long) rows.pieceRows() * form.quantBytes(columns));
            ByteBuffer factors =
                    buffer(form.isFloat() ? 0 : (long) rows.pieceRows() * form.blocks(columns) * Float.BYTES);
            ByteBuffer offsets = buffer(form.hasMinimum() ? factors.capacity() : 0);
            for (int first = 0; first < rows.tensor().rowCount(); first += rows.pieceRows()) {
                cancel.check();
                int count = Math.min(rows.pieceRows(), rows.tensor().rowCount() - first);
                int rowBytes = rows.tensor().rowBytes();
                source.clear().limit(count * rowBytes);
                file.read(rows.tensor().offset() + (long) first * rowBytes, source);
                for (int i = 0; i < count; i++) {
                    source.position(rows.source(i) * rowBytes);
                    for (int at = 0; at < columns; at += codec.sourceWeights()) {
                        codec.convert(source, numbers, factors, offsets);
                    }
                }
                places[0] = data.write(places[0], numbers);
                places[1] = data.write(places[1], factors);
                places[2] = data.write(places[2], offsets);
                progress.accept((long) count * rowBytes);
            }
        }
    }

    private static ByteBuffer buffer(long bytes) {
        return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
