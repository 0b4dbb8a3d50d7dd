package org.scholion.assist.language.internal.judge;

import java.util.List;
import java.util.Optional;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Tells how much more probable changes make an English sentence. That a correct sentence is the more probable one is the idea of Bryant
 * and Briscoe 2018, "Language Model Based Grammatical Error Correction without Annotated Training Data". Thread-safe.
 */
@FunctionalInterface
public interface Judge {

    /** One who never says anything. */
    Judge NONE = (sentence, variants, cancel) -> Optional.empty();

    /**
     * The gain of each variant.
     *
     * @param sentence as it stands
     * @param variants the sentence with a change; they are best judged together where they change the same place
     * @return for each the natural logarithm of the probability of the variant minus that of the sentence: positive where the change
     *     makes it more probable; empty when there is no language model
     */
    Optional<List<Double>> gains(String sentence, List<String> variants, CancelToken cancel) throws CancelledException;
}
