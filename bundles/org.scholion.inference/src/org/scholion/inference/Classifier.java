package org.scholion.inference;

import java.util.List;
import java.util.Optional;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Gives labels to texts or to pairs of texts; also a cross-encoder that ranks passages for a query. */
public non-sealed interface Classifier extends ModelService {

    /**
     * What is judged.
     *
     * @param text the text, or the first of a pair such as a query
     * @param pair the second of a pair
     */
    record Input(String text, Optional<String> pair) {
        public static Input of(String text) {
            return new Input(text, Optional.empty());
        }

        public static Input ofPair(String text, String pair) {
            return new Input(text, Optional.of(pair));
        }
    }

    /**
     * The scores of one input.
     *
     * @param scores one for each of {@link Classifier#labels()}, in their order: probabilities that sum to 1 where labels exclude each
     *     other, each from 0 to 1 where they do not, and the raw value of a model with a single label
     */
    record Scores(List<Double> scores) {
        public Scores {
            scores = List.copyOf(scores);
        }
    }

    /** The names of the labels, as the model has them. */
    List<String> labels();

    /** Scores in the order of the inputs, which are cut at {@link #maxTokenCount()}, the longer of a pair first. */
    List<Scores> classify(List<Input> inputs, CancelToken cancel) throws ModelException, CancelledException;
}
