package org.scholion.inference.onnx.internal.encode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts of the work that are run at once: rows of about the same length, the longest first, so that little is padded and memory is
 * asked for once.
 */
final class Batches {

    private static final int MOST_ROWS = 64;

    private Batches() {}

    /**
     * Numbers of the rows in each batch.
     *
     * @param tokenCount how many tokens a batch may have, padding included, unless one row alone has more
     */
    static List<int[]> of(List<Row> rows, int tokenCount) {
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer row) -> rows.get(row).count()).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> batches = new ArrayList<>();
        int start = 0;
        while (start < order.length) {
            int width = Math.max(1, rows.get(order[start]).count());
            int count = Math.max(1, Math.min(Math.min(MOST_ROWS, order.length - start), tokenCount / width));
            int[] batch = new int[count];
            System.arraycopy(order, start, batch, 0, count);
            batches.add(batch);
            start += count;
        }
        return batches;
    }
}
