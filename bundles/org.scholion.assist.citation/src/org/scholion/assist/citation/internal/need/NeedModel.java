package org.scholion.assist.citation.internal.need;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.scholion.assist.citation.internal.need.SentenceFeature.Sentence;

/**
 * Says how likely a sentence needs a citation: the phrases that stand in it, and a network of one hidden layer over the vectors of the
 * sentence before, of the sentence, of the one behind, and a few plain features. {@code models/citation-encoder} makes it. Immutable;
 * thread-safe.
 */
public final class NeedModel {

    private static final int FORMAT = 1;

    private final String encoder;
    private final String claimStart;
    private final int claimWords;
    private final float vectorScale;
    private final List<SentenceFeature> features;
    private final PhraseWeights phrases;
    private final int inputs;
    private final float[] hiddenWeights;
    private final float[] hiddenBias;
    private final float[] outputWeights;
    private final double outputBias;

    private NeedModel(JsonObject json, PhraseWeights phrases) {
        this.phrases = phrases;
        if (json.get("format").getAsInt() != FORMAT) {
            throw new IllegalArgumentException("format " + json.get("format"));
        }
        encoder = json.get("encoder").getAsString();
        claimStart = json.get("claim_start").getAsString();
        claimWords = json.get("claim_words").getAsInt();
        vectorScale = json.get("vector_scale").getAsFloat();
        List<SentenceFeature> read = new ArrayList<>();
        for (JsonElement feature : json.getAsJsonArray("features")) {
            read.add(SentenceFeature.read(feature.getAsJsonObject()));
        }
        features = List.copyOf(read);
        inputs = json.get("inputs").getAsInt();
        hiddenWeights = floats(json, "hidden_weights");
        hiddenBias = floats(json, "hidden_bias");
        outputWeights = floats(json, "output_weights");
        outputBias = json.get("output_bias").getAsDouble();
        boolean fits = hiddenWeights.length == hiddenBias.length * inputs && outputWeights.length == hiddenBias.length;
        if (!fits || (inputs - features.size()) % 3 != 0) {
            throw new IllegalArgumentException("a network of " + hiddenWeights.length + " weights for " + inputs + " inputs");
        }
    }

    /**
     * Reads a model.
     *
     * @param network as {@code fit.py} writes it
     * @param phrases as {@code phrases.py} writes them
     * @throws IOException also when one of the texts is no such model
     */
    public static NeedModel read(Reader network, Reader phrases) throws IOException {
        try {
            return new NeedModel(JsonParser.parseReader(network).getAsJsonObject(), PhraseWeights.read(phrases));
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException | NullPointerException broken) {
            throw new IOException("not a model of the need for citations", broken);
        }
    }

    private static float[] floats(JsonObject json, String name) {
        byte[] bytes = Base64.getDecoder().decode(json.get(name).getAsString());
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    /** The version of the encoder whose vectors it takes. */
    public String encoderVersion() {
        return encoder;
    }

    /** From this probability on a sentence is marked; chosen so that three of four marks are right. */
    public double threshold() {
        return phrases.threshold();
    }

    /** The length of a vector. */
    public int dimension() {
        return (inputs - features.size()) / 3;
    }

    /** What the encoder is given for a sentence. */
    public String claim(String sentence) {
        String[] words = sentence.strip().split("\\s+");
        return claimStart + String.join(" ", List.of(words).subList(0, Math.min(claimWords, words.length)));
    }

    /** What is told of a sentence beside its vector. */
    double[] features(Sentence sentence) {
        return features.stream().mapToDouble(feature -> feature.of(sentence)).toArray();
    }

    /**
     * The probability, from 0 to 1.
     *
     * @param before the vector of the sentence before in the same paragraph; zeros at its start
     * @param own the vector of the sentence
     * @param after the vector of the sentence behind; zeros at the end of the paragraph
     */
    double probability(float[] before, float[] own, float[] after, Sentence sentence) {
        float[] input = new float[inputs];
        int at = 0;
        for (float[] vector : List.of(before, own, after)) {
            for (float value : vector) {
                input[at++] = value * vectorScale;
            }
        }
        for (double feature : features(sentence)) {
            input[at++] = (float) feature;
        }
        double sum = outputBias;
        for (int unit = 0; unit < hiddenBias.length; unit++) {
            double value = hiddenBias[unit];
            int row = unit * inputs;
            for (int i = 0; i < inputs; i++) {
                value += hiddenWeights[row + i] * input[i];
            }
            sum += Math.max(0, value) * outputWeights[unit];
        }
        return phrases.probability(sentence.text(), sum);
    }
}
