package org.scholion.assist.citation.internal.rank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees that were trained by LightGBM, from the text that its {@code save_model} writes (version v4). Only what rankings of numbers need:
 * no categories, no missing values. Immutable; thread-safe.
 */
public final class LightGbmModel {

    /** A tree; a child below 0 is the leaf {@code ~child}. */
    private record Tree(int[] features, double[] thresholds, int[] left, int[] right, double[] leaves) {

        double of(double[] values) {
            if (features.length == 0) {
                return leaves[0];
            }
            int node = 0;
            while (node >= 0) {
                node = values[features[node]] <= thresholds[node] ? left[node] : right[node];
            }
            return leaves[~node];
        }
    }

    private final List<Tree> trees;
    private final List<String> featureNames;

    private LightGbmModel(List<Tree> trees, List<String> featureNames) {
        this.trees = List.copyOf(trees);
        this.featureNames = List.copyOf(featureNames);
    }

    /**
     * Reads a model.
     *
     * @throws IOException also when the text is no such model
     */
    public static LightGbmModel read(Reader text) throws IOException {
        BufferedReader lines = new BufferedReader(text);
        List<Tree> trees = new ArrayList<>();
        List<String> names = List.of();
        Map<String, String> section = new HashMap<>();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                boolean starts = line.startsWith("Tree=") || line.equals("end of trees");
                if (starts) {
                    names = finish(section, trees, names);
                }
                if (line.equals("end of trees")) {
                    return new LightGbmModel(trees, names);
                }
                int equals = line.indexOf('=');
                if (equals > 0) {
                    section.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new IOException("not a model of LightGBM", broken);
        }
        throw new IOException("a model of LightGBM that ends too early");
    }

    private static List<String> finish(Map<String, String> section, List<Tree> trees, List<String> names) {
        String features = section.remove("feature_names");
        if (section.containsKey("Tree")) {
            trees.add(new Tree(
                    ints(section, "split_feature"),
                    doubles(section, "threshold"),
                    ints(section, "left_child"),
                    ints(section, "right_child"),
                    doubles(section, "leaf_value")));
        }
        section.clear();
        return features == null ? names : List.of(features.split(" "));
    }

    private static int[] ints(Map<String, String> section, String name) {
        String value = section.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return new int[0];
        }
        String[] parts = value.split(" ");
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }

    private static double[] doubles(Map<String, String> section, String name) {
        String value = section.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return new double[0];
        }
        String[] parts = value.split(" ");
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }

    /** The names of the inputs in their order, as they were at training. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** The sum of all trees. */
    public double score(double[] values) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.of(values);
        }
        return sum;
    }
}
