package org.scholion.inference;

import java.util.List;
import java.util.Optional;

/**
 * How a {@link Generator} goes on.
 *
 * @param maxNewTokenCount the longest output
 * @param sampling how the next token is chosen
 * @param stops texts that end the output and are not part of it
 * @param constraint what the output must look like
 * @param overflow what happens when the prompt and the output do not fit the model
 * @param prefixKey calls with the same key, such as the document that they are about, keep the longest common beginning of their
 *     prompts computed; empty when this prompt will not come again
 */
public record GenerationOptions(
        int maxNewTokenCount,
        Sampling sampling,
        List<String> stops,
        OutputConstraint constraint,
        Overflow overflow,
        Optional<String> prefixKey) {

    /** The most probable token, always: the same output each time. */
    public static final Sampling GREEDY = new Sampling(0, 1, 0, 1, 0);

    public GenerationOptions {
        stops = List.copyOf(stops);
        if (maxNewTokenCount < 1 || stops.contains("")) {
            throw new IllegalArgumentException("impossible options");
        }
    }

    /** Greedy, refusing what is too long. */
    public static GenerationOptions greedy(int maxNewTokenCount) {
        return new GenerationOptions(
                maxNewTokenCount, GREEDY, List.of(), new OutputConstraint.None(), Overflow.REFUSE, Optional.empty());
    }

    /** These options with a key under which the computed prompt is kept. */
    public GenerationOptions withPrefixKey(String key) {
        return new GenerationOptions(maxNewTokenCount, sampling, stops, constraint, overflow, Optional.of(key));
    }

    /** These options with a constraint. */
    public GenerationOptions withConstraint(OutputConstraint wanted) {
        return new GenerationOptions(maxNewTokenCount, sampling, stops, wanted, overflow, prefixKey);
    }

    /**
     * How the next token is chosen. The filters apply in the order of the parameters.
     *
     * @param temperature 0 for the most probable one always; logits are divided by it
     * @param topP nucleus sampling: the smallest set of tokens with that much probability; 1 for all
     * @param minP only tokens with at least that share of the probability of the most probable one; 0 for all
     * @param repetitionPenalty logits of tokens that occurred are divided by it (multiplied where negative), as in transformers; 1 for none
     * @param seed of the random choice
     */
    public record Sampling(double temperature, double topP, double minP, double repetitionPenalty, long seed) {
        public Sampling {
            if (!(temperature >= 0) || !(topP > 0 && topP <= 1) || !(minP >= 0 && minP <= 1) || !(repetitionPenalty > 0)) {
                throw new IllegalArgumentException("impossible sampling");
            }
        }
    }

    /** What to do when the text grows longer than the model can hold. */
    public enum Overflow {
        /** A {@link ModelException} before anything is generated, when prompt and output cannot fit. */
        REFUSE,
        /** The oldest tokens behind the first are forgotten. */
        SLIDE
    }
}
