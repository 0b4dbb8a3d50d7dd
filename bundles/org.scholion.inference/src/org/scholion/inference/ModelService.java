package org.scholion.inference;

/**
 * A loaded model in one of its roles. Thread-safe: calls on one model wait for each other, the most urgent first. Belongs to the
 * {@link ModelLease} that it comes from and must not be used after that is closed ({@link IllegalStateException}).
 */
public sealed interface ModelService permits Encoder, Classifier, Tagger, Seq2Seq, Generator {

    ModelDescriptor descriptor();

    /** The device that it runs on now, which changes when a device fails and the work goes on on another. */
    Device device();

    /** The longest input, in tokens of the model, special tokens included. */
    int maxTokenCount();

    /** How many tokens a text has, without special tokens. */
    int tokenCount(String text);
}
