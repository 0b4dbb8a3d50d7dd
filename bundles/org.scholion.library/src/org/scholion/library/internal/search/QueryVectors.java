package org.scholion.library.internal.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelException;
import org.scholion.inference.Priority;
import org.scholion.library.LibraryException;
import org.scholion.library.internal.search.Encoders.Lease;
import org.scholion.library.search.PlaceQuery;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The vectors of questions: a paper's title is asked for at each of its places, and a place by all that shows it. Thread-safe. */
final class QueryVectors {

    private static final int MAX_VECTORS = 512;

    private final Encoders encoders;
    private final Map<String, float[]> vectors = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > MAX_VECTORS;
        }
    };
    private volatile String encoder = "";

    QueryVectors(Encoders encoders) {
        this.encoders = encoders;
    }

    Encoders encoders() {
        return encoders;
    }

    /** The encoder of the last vector, with its version; empty before, and without one. */
    String encoder() {
        return encoder;
    }

    /** Of the place, then of the paper's title where there is one; none without a model. */
    List<float[]> of(PlaceQuery place, CancelToken cancel) throws LibraryException, CancelledException {
        List<float[]> wanted = new ArrayList<>();
        float[] sentence = of(PlaceText.of(place), cancel);
        if (sentence != null) {
            wanted.add(sentence);
            float[] paper = place.paperTitle().isBlank() ? null : of(ReferenceText.paper(place.paperTitle()), cancel);
            if (paper != null) {
                wanted.add(paper);
            }
        }
        return wanted;
    }

    /** Of any text; nothing without a model. */
    float @Nullable [] of(String text, CancelToken cancel) throws LibraryException, CancelledException {
        try (Lease lease = encoders.lease(true, Priority.INTERACTIVE, cancel)) {
            Encoder model = lease.encoder();
            encoder = lease.version();
            if (model == null) {
                return null;
            }
            String known = lease.version() + " " + text;
            synchronized (vectors) {
                float[] vector = vectors.get(known);
                if (vector != null) {
                    return vector;
                }
            }
            float[] vector = model.embed(List.of(text), Encoder.Role.QUERY, cancel).vector(0);
            synchronized (vectors) {
                vectors.put(known, vector);
            }
            return vector;
        } catch (ModelException failed) {
            throw new LibraryException(failed.getLocalizedMessage(), failed);
        }
    }
}
