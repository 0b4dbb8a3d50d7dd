package org.scholion.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * GLEU of corrected sentences (Napoles et al. 2015, "Ground Truth for Grammatical Error Correction Metrics", and 2016, "GLEU Without
 * Tuning"): precision of n-grams as in BLEU, where those count against a sentence that the source has and the reference has not. With
 * several references one is drawn for each sentence, many times, and the mean is taken.
 */
final class Gleu {

    private static final int ORDER = 4;
    private static final int ROUNDS = 500;
    private static final long SEED = 101;

    private Gleu() {}

    /**
     * The score.
     *
     * @param sources the sentences, their tokens separated by spaces
     * @param corrected of each the corrected one
     * @param references of each sentence those of all people
     * @return from 0 to 100
     */
    static double of(List<String> sources, List<String> corrected, List<List<String>> references) {
        int people = references.getFirst().size();
        long[][][] counts = new long[sources.size()][people][];
        for (int i = 0; i < counts.length; i++) {
            for (int person = 0; person < people; person++) {
                counts[i][person] = counts(tokens(sources.get(i)), tokens(corrected.get(i)), tokens(references.get(i).get(person)));
            }
        }
        Random random = new Random(SEED);
        double sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long[] all = new long[2 + 2 * ORDER];
            for (long[][] sentence : counts) {
                long[] chosen = sentence[random.nextInt(people)];
                for (int i = 0; i < all.length; i++) {
                    all[i] += chosen[i];
                }
            }
            sum += score(all);
        }
        return 100 * sum / ROUNDS;
    }

    /** Length, length of the reference, then for each n the n-grams that count and those there are. */
    private static long[] counts(String[] source, String[] corrected, String[] reference) {
        long[] counts = new long[2 + 2 * ORDER];
        counts[0] = corrected.length;
        counts[1] = reference.length;
        for (int n = 1; n <= ORDER; n++) {
            Map<String, Integer> ofCorrected = grams(corrected, n);
            Map<String, Integer> ofReference = grams(reference, n);
            Map<String, Integer> onlySource = grams(source, n);
            onlySource.keySet().removeAll(ofReference.keySet());
            counts[2 * n] = Math.max(0, common(ofCorrected, ofReference) - common(ofCorrected, onlySource));
            counts[2 * n + 1] = Math.max(0, corrected.length + 1 - n);
        }
        return counts;
    }

    private static double score(long[] counts) {
        double logarithm = 0;
        for (int n = 1; n <= ORDER; n++) {
            if (counts[2 * n] == 0) {
                return 0;
            }
            logarithm += Math.log((double) counts[2 * n] / counts[2 * n + 1]) / ORDER;
        }
        return Math.exp(Math.min(0, 1 - (double) counts[1] / counts[0]) + logarithm);
    }

    private static Map<String, Integer> grams(String[] tokens, int n) {
        Map<String, Integer> grams = new HashMap<>();
        for (int i = 0; i + n <= tokens.length; i++) {
            grams.merge(String.join(" ", List.of(tokens).subList(i, i + n)), 1, Integer::sum);
        }
        return grams;
    }

    private static long common(Map<String, Integer> a, Map<String, Integer> b) {
        long common = 0;
        for (Map.Entry<String, Integer> entry : a.entrySet()) {
            common += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0));
        }
        return common;
    }

    private static String[] tokens(String sentence) {
        return sentence.strip().split("\\s+");
    }
}
