package org.scholion.assist.language.internal.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;

/**
 * How sure a correction is, and which ones are told. The weights were fitted, and the confidence was compared with the share of right
 * corrections, on development text that the models had not seen ({@code models/grammar-tagger/calibrate.py}); they hold for the tagger
 * and the language model that they were fitted with.
 */
final class Calibration {

    private static final String FILE = "calibration.tsv";
    private static final double LEAST = 1e-6;
    private static final double MOST_COMPANY = 3;

    /**
     * A logistic regression of one kind.
     *
     * @param bias of the logarithm of the odds
     * @param tagger weight of the logarithm of the odds that the tagger gives
     * @param company weight of the errors that are expected in the sentence beside this one, {@link #MOST_COMPANY} at most
     * @param gain weight of what the language model says, in natural logarithms; 0 where none is asked
     * @param told the least confidence for a correction to be told; above 1 where none ever is
     */
    record Weights(double bias, double tagger, double company, double gain, double told) {
        double confidence(double probability, double otherErrors, double gainOfSentence) {
            double bounded = Math.min(1 - LEAST, Math.max(LEAST, probability));
            double odds = bias
                    + tagger * Math.log(bounded / (1 - bounded))
                    + company * Math.min(MOST_COMPANY, otherErrors)
                    + gain * gainOfSentence;
            return 1 / (1 + Math.exp(-odds));
        }
    }

    /**
     * What holds for a kind.
     *
     * @param alone when no language model judges
     * @param judged when one does
     */
    record Limits(Weights alone, Weights judged) {}

    private final Map<ErrorKind, Limits> byKind;
    private final double mostGain;
    private final double leastProbability;

    /**
     * @param mostGain larger gains, and losses, say no more than this one
     * @param leastProbability by the tagger for a correction to be looked at at all
     */
    Calibration(Map<ErrorKind, Limits> byKind, double mostGain, double leastProbability) {
        this.byKind = new EnumMap<>(byKind);
        this.mostGain = mostGain;
        this.leastProbability = leastProbability;
    }

    /** The calibration of the models that come with the product. */
    static Calibration shipped() {
        try (@Nullable InputStream in = Calibration.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the bundle");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Calibration read(BufferedReader lines) throws IOException {
        Map<ErrorKind, Limits> byKind = new EnumMap<>(ErrorKind.class);
        Map<String, Double> settings = new HashMap<>();
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t");
            double[] numbers = Stream.of(fields).skip(1).mapToDouble(Double::parseDouble).toArray();
            if (numbers.length == 1) {
                settings.put(fields[0], numbers[0]);
            } else {
                Weights alone = new Weights(numbers[0], numbers[1], numbers[2], 0, numbers[3]);
                Weights judged = new Weights(numbers[4], numbers[5], numbers[6], numbers[7], numbers[8]);
                byKind.put(ErrorKind.valueOf(fields[0]), new Limits(alone, judged));
            }
        }
        return new Calibration(
                byKind, settings.getOrDefault("most gain", 0.0), settings.getOrDefault("least probability", 1.0));
    }

    /** The least probability by the tagger that is worth a look. */
    double leastProbability() {
        return leastProbability;
    }

    /** Whether a correction is worth the time of the language model: whether it is told alone, or with the largest gain. */
    boolean isPossible(ErrorKind kind, double probability, double otherErrors) {
        @Nullable Limits limits = byKind.get(kind);
        return limits != null
                && (limits.alone().confidence(probability, otherErrors, 0) >= limits.alone().told()
                        || limits.judged().confidence(probability, otherErrors, mostGain) >= limits.judged().told());
    }

    /**
     * How sure a correction is: the share of right ones among those like it.
     *
     * @param probability by the tagger
     * @param otherErrors how many errors are expected in the sentence beside this one
     * @param gain as the language model says; empty when none was asked
     * @return from 0 to 1; 0 for a kind that has no limits
     */
    double confidence(ErrorKind kind, double probability, double otherErrors, OptionalDouble gain) {
        @Nullable Limits limits = byKind.get(kind);
        if (limits == null) {
            return 0;
        }
        return gain.isPresent()
                ? limits.judged().confidence(
                        probability, otherErrors, Math.max(-mostGain, Math.min(mostGain, gain.getAsDouble())))
                : limits.alone().confidence(probability, otherErrors, 0);
    }

    /**
     * Whether a correction is told.
     *
     * @param confidence in it
     * @param judged whether a language model was asked
     */
    boolean isTold(ErrorKind kind, double confidence, boolean judged) {
        @Nullable Limits limits = byKind.get(kind);
        return limits != null && confidence >= (judged ? limits.judged() : limits.alone()).told();
    }
}
