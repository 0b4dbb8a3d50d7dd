package org.scholion.inference.remote.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Vectors from a server, which pools and normalises as it does. Texts are cut where they are longer than the model takes by
 * {@link TokenEstimate}; both roles are the same to it.
 */
final class RemoteEncoder extends RemoteRole implements Encoder {

    /** As many texts in a request as the smallest limit in use allows. */
    static final int BATCH_SIZE = 32;

    private final int dimension;
    private final EmbeddingCall call;

    RemoteEncoder(RemoteService service, int dimension, EmbeddingCall call) {
        super(service);
        this.dimension = dimension;
        this.call = call;
    }

    @Override
    public Embeddings embed(List<String> texts, Role role, CancelToken cancel) throws ModelException, CancelledException {
        List<Integer> byLength = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer index) -> texts.get(index).length()).reversed())
                .toList();
        float[] values = new float[Math.multiplyExact(texts.size(), dimension)];
        for (int from = 0; from < byLength.size(); from += BATCH_SIZE) {
            cancel.check();
            List<Integer> batch = byLength.subList(from, Math.min(byLength.size(), from + BATCH_SIZE));
            List<float[]> rows =
                    call.rows(batch.stream().map(index -> TokenEstimate.cut(texts.get(index), maxTokenCount())).toList(), cancel);
            for (int i = 0; i < rows.size(); i++) {
                float[] row = rows.get(i);
                if (row.length != dimension) {
                    throw new ModelException(NLS.bind(
                            Messages.Answer_dimension, new Object[] {service().server().address(), row.length, dimension}));
                }
                System.arraycopy(row, 0, values, batch.get(i) * dimension, dimension);
            }
        }
        return new Embeddings(dimension, values);
    }

    @Override
    public int dimension() {
        return dimension;
    }
}
