package org.scholion.assist.citation.internal.need;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;

/**
 * Says how likely a sentence needs a citation, from the phrases that stand in it and from what the model of {@code
 * models/citation-need} says of it.
 * Immutable; thread-safe.
 */
public final class NeedModel {

    private final PhraseWeights phrases;
    private final double phrasesWeight;
    private final double modelWeight;
    private final double bias;
    private final double threshold;

    private NeedModel(JsonObject weights, PhraseWeights phrases) {
        this.phrases = phrases;
        phrasesWeight = weights.get("phrases").getAsDouble();
        modelWeight = weights.get("adapter").getAsDouble();
        bias = weights.get("bias").getAsDouble();
        threshold = weights.getAsJsonObject("thresholds").get("strict").getAsDouble();
    }

    /**
     * Reads what the two are weighed with.
     *
     * @param config of the model, which has the weights under {@code citation_need}
     * @param phrases as {@code models/citation-encoder/phrases.py} writes them
     * @throws IOException also when one of the texts is no such file
     */
    public static NeedModel read(Reader config, Reader phrases) throws IOException {
        try {
            JsonObject weights = JsonParser.parseReader(config).getAsJsonObject().getAsJsonObject("citation_need");
            return new NeedModel(weights, PhraseWeights.read(phrases));
        } catch (JsonParseException | IllegalStateException | ClassCastException | NumberFormatException | NullPointerException broken) {
            throw new IOException("not a model of the need for citations", broken);
        }
    }

    /** From this probability on a sentence is marked; chosen so that three of four marks are right in papers of any kind. */
    public double threshold() {
        return threshold;
    }

    /**
     * The probability, from 0 to 1.
     *
     * @param sentence plain, without citations
     * @param logOdds of needing one, as the model says
     */
    double probability(String sentence, double logOdds) {
        return 1 / (1 + Math.exp(-(phrasesWeight * phrases.score(sentence) + modelWeight * logOdds + bias)));
    }
}
