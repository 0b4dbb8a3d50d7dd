package org.scholion.inference;

import java.util.List;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Turns texts into vectors whose cosine says how near their meanings are. */
public non-sealed interface Encoder extends ModelService {

    /** What a text is used for. Some models want to be told; the others treat both alike. */
    enum Role {
        QUERY,
        PASSAGE
    }

    /** The length of a vector. */
    int dimension();

    /**
     * Vectors of texts, in the order of the texts, pooled and normalised as the model asks for. Texts that are longer than
     * {@link #maxTokenCount()} are cut there.
     *
     * @param texts any number; batched by length inside
     */
    Embeddings embed(List<String> texts, Role role, CancelToken cancel) throws ModelException, CancelledException;
}
