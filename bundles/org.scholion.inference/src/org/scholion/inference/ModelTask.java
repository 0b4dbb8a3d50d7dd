package org.scholion.inference;

/** What a model is for. The names are those of the catalogue, in lower case. */
public enum ModelTask {
    /** Texts to vectors: {@link Encoder}. */
    EMBEDDING,
    /** Labels for texts or pairs of texts: {@link Classifier}. */
    CLASSIFICATION,
    /** Labels for the words of a text: {@link Tagger}. */
    TAGGING,
    /** A wrong sentence to a correct one: {@link Seq2Seq} or {@link Generator}. */
    GRAMMAR,
    /** One language to another: {@link Seq2Seq}. */
    TRANSLATION,
    /** A long text to a short one: {@link Seq2Seq}. */
    SUMMARISATION,
    /** Instructions followed: {@link Generator}. */
    GENERATION
}
