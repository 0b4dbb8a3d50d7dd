package org.scholion.inference;

import java.util.List;
import java.util.Optional;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Turns a text into another one by an encoder and a decoder: translation, summary, correction. */
public non-sealed interface Seq2Seq extends ModelService {

    /**
     * How to decode.
     *
     * @param beamCount 1 is greedy
     * @param maxNewTokenCount the longest output
     * @param lengthPenalty exponent of the length by which the score of a beam is divided, as in transformers; 1 where in doubt
     * @param noRepeatNgramTokenCount no sequence of so many tokens comes twice; 0 for no such limit
     * @param sourceLanguage BCP 47, for models of several languages
     * @param targetLanguage BCP 47, for models of several languages
     */
    record Options(
            int beamCount,
            int maxNewTokenCount,
            double lengthPenalty,
            int noRepeatNgramTokenCount,
            Optional<String> sourceLanguage,
            Optional<String> targetLanguage) {

        public Options {
            if (beamCount < 1 || maxNewTokenCount < 1 || noRepeatNgramTokenCount < 0) {
                throw new IllegalArgumentException("impossible options");
            }
        }

        /** Greedy, one language. */
        public static Options greedy(int maxNewTokenCount) {
            return new Options(1, maxNewTokenCount, 1, 0, Optional.empty(), Optional.empty());
        }
    }

    /**
     * What came out.
     *
     * @param text without special tokens
     * @param tokenCount how many tokens were made
     * @param logProbability sum over these tokens, natural logarithm
     * @param complete whether the model ended the text itself, not the limit
     */
    record Output(String text, int tokenCount, double logProbability, boolean complete) {}

    /**
     * The best output for each input, in order.
     *
     * @throws ModelException also when an input is longer than {@link #maxTokenCount()}: it is not cut, since words would get lost
     */
    List<Output> rewrite(List<String> inputs, Options options, CancelToken cancel) throws ModelException, CancelledException;
}
