package org.scholion.inference;

import java.util.List;
import java.util.function.Consumer;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Goes on from a text, token by token. */
public non-sealed interface Generator extends ModelService {

    /**
     * What came out.
     *
     * @param text without special tokens and without the stop text
     * @param finish why it ended
     * @param promptTokenCount tokens of the prompt
     * @param reusedTokenCount how many of these were computed by an earlier call
     * @param newTokenCount tokens that were made
     */
    record Generated(String text, Finish finish, int promptTokenCount, int reusedTokenCount, int newTokenCount) {}

    /** Why an output ended. */
    enum Finish {
        /** The model ended it. */
        END,
        /** A stop text came. */
        STOP,
        /** The limit of tokens was reached. */
        LENGTH
    }

    /**
     * Goes on from the prompt.
     *
     * @param onText told each new piece of text as it is made, on the calling thread; a piece is never part of a surrogate pair, and the
     *     pieces together are the text of the result
     */
    Generated generate(Prompt prompt, GenerationOptions options, Consumer<String> onText, CancelToken cancel)
            throws ModelException, CancelledException;

    /**
     * How probable texts are after a beginning that they share.
     *
     * @param beginning may be empty: then the first token of a text counts only where the model has a token for beginnings
     * @param texts what may follow it, each for itself
     * @return for each text, in order, natural logarithms of the probabilities of its tokens, in order
     */
    List<List<Double>> logProbabilities(String beginning, List<String> texts, CancelToken cancel) throws ModelException, CancelledException;
}
