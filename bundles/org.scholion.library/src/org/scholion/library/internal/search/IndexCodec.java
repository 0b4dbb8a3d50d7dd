package org.scholion.library.internal.search;

import java.util.concurrent.ExecutorService;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/** Lucene's own codec, with vectors of 8 bits. */
final class IndexCodec {

    /** Connections of a vector in the graph, and how many are looked at when one is added: Lucene's defaults. */
    private static final int MAX_CONNECTIONS = 16;

    private static final int BEAM_WIDTH = 100;

    /** Makes no graph for fewer than about 9,000 vectors: looking at each of them takes less than 4 ms. */
    private static final int GRAPH_THRESHOLD = 1_000;

    private IndexCodec() {}

    /** @param threads make the graph when segments are merged; as many as there are {@code workers} */
    static Codec codec(int workers, ExecutorService threads) {
        KnnVectorsFormat vectors = new Lucene104HnswScalarQuantizedVectorsFormat(
                ScalarEncoding.UNSIGNED_BYTE, MAX_CONNECTIONS, BEAM_WIDTH, workers, threads, GRAPH_THRESHOLD);
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return vectors;
            }
        };
    }
}
