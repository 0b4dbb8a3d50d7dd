package org.scholion.inference;

import java.util.List;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/** Gives labels to each token of a text. */
public non-sealed interface Tagger extends ModelService {

    /**
     * What a token may be.
     *
     * @param name one of {@link Tagger#labels()}
     * @param probability of it, from 0 to 1
     */
    record Label(String name, double probability) {}

    /**
     * A token with its most probable labels.
     *
     * @param range in UTF-16 units of the text; never inside a surrogate pair
     * @param labels the most probable first; never empty
     */
    record Tag(TextRange range, List<Label> labels) {
        public Tag {
            labels = List.copyOf(labels);
        }

        /** The most probable label. */
        public Label best() {
            return labels.getFirst();
        }
    }

    /** The names of the labels, as the model has them. */
    List<String> labels();

    /**
     * The tags of each text, in order; what lies behind {@link #maxTokenCount()} has none.
     *
     * @param labelCount how many labels a tag has, at least 1; all there are where the model has fewer
     */
    List<List<Tag>> tag(List<String> texts, int labelCount, CancelToken cancel) throws ModelException, CancelledException;
}
