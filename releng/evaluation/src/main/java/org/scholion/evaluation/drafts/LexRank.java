package org.scholion.evaluation.drafts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Continuous LexRank of Erkan and Radev (2004): the walk over the cosines of sentences, with a damping of 0.85. The usual peer. */
final class LexRank {

    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 50;
    private static final double SAME = 0.7;

    private LexRank() {}

    /** The sentences that are central, not more words than there is room for, in their order. */
    static List<String> of(List<String> sentences, int room) {
        List<Map<String, Double>> vectors = vectors(sentences);
        double[] rank = walk(vectors);
        List<Integer> chosen = new ArrayList<>();
        int left = room;
        List<Integer> order = IntStream.range(0, sentences.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -rank[i]))
                .toList();
        for (int i : order) {
            int words = sentences.get(i).split(" ").length;
            if (words <= left && chosen.stream().noneMatch(other -> cosine(vectors.get(i), vectors.get(other)) > SAME)) {
                chosen.add(i);
                left -= words;
            }
        }
        return chosen.stream().sorted().map(sentences::get).toList();
    }

    private static List<Map<String, Double>> vectors(List<String> sentences) {
        Map<String, Integer> documents = new HashMap<>();
        List<List<String>> tokens = sentences.stream().map(Rouge::tokens).toList();
        tokens.forEach(one -> new HashSet<>(one).forEach(token -> documents.merge(token, 1, Integer::sum)));
        List<Map<String, Double>> vectors = new ArrayList<>();
        for (List<String> one : tokens) {
            Map<String, Double> vector = new HashMap<>();
            one.forEach(token -> vector.merge(token, Math.log((double) sentences.size() / documents.get(token)), Double::sum));
            double length = Math.sqrt(vector.values().stream().mapToDouble(x -> x * x).sum());
            vector.replaceAll((token, value) -> length == 0 ? 0 : value / length);
            vectors.add(vector);
        }
        return vectors;
    }

    private static double[] walk(List<Map<String, Double>> vectors) {
        int count = vectors.size();
        double[][] near = new double[count][count];
        double[] sums = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = i; j < count; j++) {
                near[i][j] = near[j][i] = cosine(vectors.get(i), vectors.get(j));
            }
        }
        for (int i = 0; i < count; i++) {
            sums[i] = Arrays.stream(near[i]).sum();
        }
        double[] rank = new double[count];
        Arrays.fill(rank, 1.0 / count);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[count];
            Arrays.fill(next, (1 - DAMPING) / count);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count && sums[i] > 0; j++) {
                    next[j] += DAMPING * rank[i] * near[i][j] / sums[i];
                }
            }
            rank = next;
        }
        return rank;
    }

    private static double cosine(Map<String, Double> one, Map<String, Double> other) {
        Map<String, Double> small = one.size() < other.size() ? one : other;
        Map<String, Double> large = small == one ? other : one;
        double sum = 0;
        for (Map.Entry<String, Double> entry : small.entrySet()) {
            sum += entry.getValue() * large.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }
}
