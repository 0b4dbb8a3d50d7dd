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
import org.eclipse.jdt.annotation.Nullable;

/**
 * Which corrections are told, by kind. The limits and the precision were measured on text that the models had not seen ({@code
 * releng/evaluation}); they hold for the tagger and the language model that they were measured with.
 */
final class Calibration {

    private static final String FILE = "calibration.tsv";

    /**
     * The limits of a kind.
     *
     * @param alone the least probability by the tagger when no language model judges; above 1 where none is told
     * @param judged the least probability when one does
     * @param gain the least gain in the natural logarithm of the probability of the sentence
     * @param precision the share of right ones among those told, as it was measured
     */
    record Limits(double alone, double judged, double gain, double precision) {}

    private final Map<ErrorKind, Limits> byKind;

    Calibration(Map<ErrorKind, Limits> byKind) {
        this.byKind = new EnumMap<>(byKind);
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
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] fields = line.split("\t");
                byKind.put(
                        ErrorKind.valueOf(fields[0]),
                        new Limits(
                                Double.parseDouble(fields[1]),
                                Double.parseDouble(fields[2]),
                                Double.parseDouble(fields[3]),
                                Double.parseDouble(fields[4])));
            }
        }
        return new Calibration(byKind);
    }

    /** The least probability that is worth judging, of any kind. */
    double leastProbability() {
        return byKind.values().stream().mapToDouble(Limits::judged).min().orElse(1);
    }

    /** The precision of the kind; 0 for one that has no limits. */
    double precision(ErrorKind kind) {
        @Nullable Limits limits = byKind.get(kind);
        return limits == null ? 0 : limits.precision();
    }

    /** Whether a correction is worth the time of the language model. */
    boolean isWorthJudging(ErrorKind kind, double probability) {
        @Nullable Limits limits = byKind.get(kind);
        return limits != null && probability >= limits.judged();
    }

    /**
     * Whether a correction is told.
     *
     * @param gain as the language model says; empty when none was asked
     */
    boolean isTold(ErrorKind kind, double probability, OptionalDouble gain) {
        @Nullable Limits limits = byKind.get(kind);
        if (limits == null) {
            return false;
        }
        return gain.isPresent()
                ? probability >= limits.judged() && gain.getAsDouble() >= limits.gain()
                : probability >= limits.alone();
    }
}
