package org.scholion.assist.language.internal.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
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

    /**
     * A logistic regression of one kind.
     *
     * @param bias of the logarithm of the odds
     * @param tagger weight of the logarithm of the odds that the tagger gives
     * @param gain weight of what the language model says, in natural logarithms; 0 where none is asked
     * @param told the least confidence for a correction to be told; above 1 where none ever is
     */
    record Weights(double bias, double tagger, double gain, double told) {
        double confidence(double probability, double gainOfSentence) {
            double bounded = Math.min(1 - LEAST, Math.max(LEAST, probability));
            double odds = bias + tagger * Math.log(bounded / (1 - bounded)) + gain * gainOfSentence;
            return 1 / (1 + Math.exp(-odds));
        }
    }

    /**
     * What holds for a kind.
     *
     * @param alone when no language model judges
     * @param judged when one does
     * @param possible the least probability by the tagger for a correction to be looked at at all
     */
    record Limits(Weights alone, Weights judged, double possible) {}

    private final Map<ErrorKind, Limits> byKind;
    private final double mostGain;

    /** @param mostGain larger gains, and losses, say no more than this one */
    Calibration(Map<ErrorKind, Limits> byKind, double mostGain) {
        this.byKind = new EnumMap<>(byKind);
        this.mostGain = mostGain;
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
        double mostGain = 0;
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t");
            double[] numbers = Stream.of(fields).skip(1).mapToDouble(Double::parseDouble).toArray();
            if (fields[0].equals("most gain")) {
                mostGain = numbers[0];
            } else {
                Weights alone = new Weights(numbers[0], numbers[1], 0, numbers[2]);
                Weights judged = new Weights(numbers[3], numbers[4], numbers[5], numbers[6]);
                byKind.put(ErrorKind.valueOf(fields[0]), new Limits(alone, judged, numbers[7]));
            }
        }
        return new Calibration(byKind, mostGain);
    }

    /** The least probability by the tagger that is worth judging, of any kind. */
    double leastProbability() {
        return byKind.values().stream().mapToDouble(Limits::possible).min().orElse(1);
    }

    /** Whether a correction is worth the time of the language model. */
    boolean isPossible(ErrorKind kind, double probability) {
        @Nullable Limits limits = byKind.get(kind);
        return limits != null && probability >= limits.possible();
    }

    /**
     * How sure a correction is: the share of right ones among those like it.
     *
     * @param probability by the tagger
     * @param gain as the language model says; empty when none was asked
     * @return from 0 to 1; 0 for a kind that has no limits
     */
    double confidence(ErrorKind kind, double probability, OptionalDouble gain) {
        @Nullable Limits limits = byKind.get(kind);
        if (limits == null) {
            return 0;
        }
        return gain.isPresent()
                ? limits.judged().confidence(probability, Math.max(-mostGain, Math.min(mostGain, gain.getAsDouble())))
                : limits.alone().confidence(probability, 0);
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
