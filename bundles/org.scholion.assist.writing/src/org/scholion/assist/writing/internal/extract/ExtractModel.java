package org.scholion.assist.writing.internal.extract;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Says which sentences of a paper belong in its abstract, and which words: two linear models. {@code models/extractive-drafts}
 * makes them.
 * Immutable.
 */
final class ExtractModel {

    private static final String FILE = "/model/extractive-drafts.tsv";
    private static final String SENTENCE = "sentence";
    private static final String WORD = "word";
    private static final String SETTING = "!";

    private final String version;
    private final LinearModel sentences;
    private final LinearModel words;
    private final double coverage;

    private ExtractModel(Map<String, String> settings, LinearModel sentences, LinearModel words) {
        this.version = settings.getOrDefault("version", "");
        this.coverage = Double.parseDouble(settings.getOrDefault("coverage", ""));
        this.sentences = sentences;
        this.words = words;
    }

    /** The one that the bundle holds. */
    static ExtractModel bundled() {
        try (InputStream in = ExtractModel.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException(FILE);
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException("the model of what belongs in an abstract cannot be read", broken);
        }
    }

    /** @throws IOException also when the text is no such model */
    static ExtractModel read(Reader text) throws IOException {
        Map<String, String> settings = new HashMap<>();
        Map<String, LinearModel.Weight> weights = new HashMap<>();
        BufferedReader lines = new BufferedReader(text);
        try {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t");
                if (fields[0].equals(SETTING)) {
                    settings.put(fields[1], fields[2]);
                } else if (!line.startsWith("#")) {
                    weights.put(
                            fields[0] + ' ' + fields[1],
                            new LinearModel.Weight(
                                    Double.parseDouble(fields[2]), Double.parseDouble(fields[3]), Double.parseDouble(fields[4])));
                }
            }
            return new ExtractModel(
                    settings,
                    model(SENTENCE, Stream.of(SentenceFeature.values()).map(Enum::name).toList(), weights, settings),
                    model(WORD, Stream.of(WordFeature.values()).map(Enum::name).toList(), weights, settings));
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new IOException("not a model of what belongs in an abstract: " + broken.getMessage(), broken);
        }
    }

    private static LinearModel model(
            String what, List<String> features, Map<String, LinearModel.Weight> weights, Map<String, String> settings) {
        List<LinearModel.Weight> own = new ArrayList<>();
        for (String feature : features) {
            LinearModel.@Nullable Weight weight = weights.get(what + ' ' + feature);
            if (weight == null) {
                throw new IllegalArgumentException("no weight for " + what + ' ' + feature);
            }
            own.add(weight);
        }
        return new LinearModel(own, Double.parseDouble(settings.getOrDefault(what + " bias", "")));
    }

    String version() {
        return version;
    }

    /** What the words of a sentence that no other has said yet count beside the sentence. */
    double coverage() {
        return coverage;
    }

    /** How well each sentence of a paper would do in its abstract. */
    double[] scores(PaperFacts facts) {
        return IntStream.range(0, facts.size())
                .mapToDouble(i -> sentences.score(features(facts, i)))
                .toArray();
    }

    static double[] features(PaperFacts facts, int sentence) {
        double[] features = new double[SentenceFeature.values().length];
        for (SentenceFeature feature : SentenceFeature.values()) {
            features[feature.ordinal()] = feature.of(facts, sentence);
        }
        return features;
    }

    /** The probability, from 0 to 1, of each term of a paper to stand in its abstract. */
    Map<String, Double> words(PaperFacts facts) {
        Map<String, Double> probabilities = new HashMap<>();
        WordFeature.of(facts).forEach((term, features) -> probabilities.put(term, 1 / (1 + Math.exp(-words.score(features)))));
        return probabilities;
    }
}
