package org.scholion.inference.onnx.internal.layout;

/** Parts of a model that are graphs of their own, by the names that exporters give their files. */
public enum Graph {
    /** The whole of a model without a loop: encoders, classifiers, taggers; also causal models whose cache is an input. */
    MODEL("model"),
    ENCODER("encoder_model"),
    /** First step of a decoder, which fills the cache. */
    DECODER("decoder_model"),
    /** Further steps of a decoder, which take the cache. */
    DECODER_WITH_PAST("decoder_with_past_model"),
    /** Both kinds of steps in one, chosen by the input {@code use_cache_branch}. */
    DECODER_MERGED("decoder_model_merged");

    private final String stem;

    Graph(String stem) {
        this.stem = stem;
    }

    /** The name of its file without variant and extension. */
    String stem() {
        return stem;
    }
}
