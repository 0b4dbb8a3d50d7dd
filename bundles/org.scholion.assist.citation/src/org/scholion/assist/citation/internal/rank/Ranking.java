package org.scholion.assist.citation.internal.rank;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.library.search.Candidate;

/** Orders candidates by a model that learned from published papers how their signals go together. Thread-safe. */
public final class Ranking {

    private static final String MODEL = "/model/citation-ranker.txt";

    /** A candidate with its score, higher is better. */
    public record Ranked(Candidate candidate, double score) {}

    private final LightGbmModel model;

    /** @throws IllegalArgumentException when the model's inputs are not the features */
    public Ranking(LightGbmModel model) {
        List<String> names = Arrays.stream(Feature.values()).map(Feature::name).toList();
        if (!model.featureNames().equals(names)) {
            throw new IllegalArgumentException("the model takes " + model.featureNames() + ", not " + names);
        }
        this.model = model;
    }

    /** With the model of this bundle, which {@code models/citation-ranker} makes. */
    public static Ranking load() {
        try (InputStream in = Ranking.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException(MODEL + " is not in the bundle");
            }
            return new Ranking(LightGbmModel.read(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new IllegalStateException(MODEL + " cannot be read", broken);
        }
    }

    /** All candidates, the best first. */
    public List<Ranked> rank(CitationPlace place, List<Candidate> candidates) {
        Features features = new Features(place, candidates);
        List<Ranked> ranked = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            ranked.add(new Ranked(candidate, model.score(features.of(candidate))));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        return ranked;
    }
}
