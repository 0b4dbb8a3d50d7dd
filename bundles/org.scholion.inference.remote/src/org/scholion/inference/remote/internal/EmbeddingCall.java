package org.scholion.inference.remote.internal;

import java.util.List;
import org.scholion.inference.ModelException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Numbers for a few texts by one request. */
@FunctionalInterface
interface EmbeddingCall {

    /** @return as many rows as texts, in their order, all of one length of at least 1 */
    List<float[]> rows(List<String> texts, CancelToken cancel) throws ModelException, CancelledException;
}
