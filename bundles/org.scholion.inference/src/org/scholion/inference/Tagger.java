package org.scholion.inference;

import java.util.List;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/** Gives a label to each token of a text. */
public non-sealed interface Tagger extends ModelService {

    /**
     * A token with its label.
     *
     * @param range in UTF-16 units of the text; never inside a surrogate pair
     * @param label the most probable one
     * @param probability of it, from 0 to 1
     */
    record Tag(TextRange range, String label, double probability) {}

    /** The names of the labels, as the model has them. */
    List<String> labels();

    /** The tags of each text, in order; what lies behind {@link #maxTokenCount()} has none. */
    List<List<Tag>> tag(List<String> texts, CancelToken cancel) throws ModelException, CancelledException;
}
