package org.scholion.evaluation.drafts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * ROUGE of Lin (2004), F1 between 0 and 1: n-grams that two texts share, and the longest common subsequence of each sentence with
 * all of the
 * other text ("summary level"). Letters and digits in small letters, no stemming, as {@code rouge_score} 0.1.2 counts.
 */
public final class Rouge {

    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    /**
     * The three measures.
     *
     * @param one words
     * @param two pairs of words
     * @param longest common subsequences of sentences
     */
    public record Score(double one, double two, double longest) {}

    private Rouge() {}

    /** @param reference and {@code made} as sentences */
    public static Score of(List<String> reference, List<String> made) {
        List<List<String>> wanted = reference.stream().map(Rouge::tokens).filter(tokens -> !tokens.isEmpty()).toList();
        List<List<String>> given = made.stream().map(Rouge::tokens).filter(tokens -> !tokens.isEmpty()).toList();
        List<String> all = wanted.stream().flatMap(List::stream).toList();
        List<String> own = given.stream().flatMap(List::stream).toList();
        return new Score(shared(all, own, 1), shared(all, own, 2), longest(wanted, given));
    }

    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String token : BETWEEN.split(text.toLowerCase(Locale.ROOT))) {
            if (!token.isEmpty()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private static double shared(List<String> wanted, List<String> given, int n) {
        Map<List<String>, Integer> counts = grams(wanted, n);
        int both = 0;
        for (Map.Entry<List<String>, Integer> entry : grams(given, n).entrySet()) {
            both += Math.min(entry.getValue(), counts.getOrDefault(entry.getKey(), 0));
        }
        return f1(both, Math.max(0, wanted.size() - n + 1), Math.max(0, given.size() - n + 1));
    }

    private static Map<List<String>, Integer> grams(List<String> tokens, int n) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= tokens.size(); i++) {
            counts.merge(List.copyOf(tokens.subList(i, i + n)), 1, Integer::sum);
        }
        return counts;
    }

    private static double f1(int both, int wanted, int given) {
        return both == 0 ? 0 : 2.0 * both / (wanted + given);
    }

    /** The union of the subsequences of each wanted sentence with every given one; a word counts as often as both texts have it. */
    private static double longest(List<List<String>> wanted, List<List<String>> given) {
        Map<String, Integer> leftWanted = grams(wanted);
        Map<String, Integer> leftGiven = grams(given);
        int hits = 0;
        for (List<String> sentence : wanted) {
            TreeSet<Integer> union = new TreeSet<>();
            given.forEach(other -> union.addAll(subsequence(sentence, other)));
            for (int index : union) {
                String token = sentence.get(index);
                if (leftWanted.getOrDefault(token, 0) > 0 && leftGiven.getOrDefault(token, 0) > 0) {
                    hits++;
                    leftWanted.merge(token, -1, Integer::sum);
                    leftGiven.merge(token, -1, Integer::sum);
                }
            }
        }
        return f1(hits, size(wanted), size(given));
    }

    private static Map<String, Integer> grams(List<List<String>> sentences) {
        Map<String, Integer> counts = new HashMap<>();
        sentences.forEach(sentence -> sentence.forEach(token -> counts.merge(token, 1, Integer::sum)));
        return counts;
    }

    private static int size(List<List<String>> sentences) {
        return sentences.stream().mapToInt(List::size).sum();
    }

    /** The places in the first that make up one of the longest common subsequences. */
    private static List<Integer> subsequence(List<String> one, List<String> other) {
        int[][] length = new int[one.size() + 1][other.size() + 1];
        for (int i = 1; i <= one.size(); i++) {
            for (int j = 1; j <= other.size(); j++) {
                length[i][j] = one.get(i - 1).equals(other.get(j - 1))
                        ? length[i - 1][j - 1] + 1
                        : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        List<Integer> places = new ArrayList<>();
        int i = one.size();
        int j = other.size();
        while (i > 0 && j > 0) {
            if (one.get(i - 1).equals(other.get(j - 1))) {
                places.add(--i);
                j--;
            } else if (length[i][j - 1] > length[i - 1][j]) {
                j--;
            } else {
                i--;
            }
        }
        return places;
    }
}
