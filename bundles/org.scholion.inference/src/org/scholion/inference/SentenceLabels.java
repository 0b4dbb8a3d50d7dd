package org.scholion.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/**
 * Reads the labels of sentences from those of their tokens, for models that were trained to be read so ({@code models/adapters}):
 * the sentences of a
 * paragraph are one text, joined by spaces; what is too long is read in windows of whole sentences that overlap.
 */
public final class SentenceLabels {

    /** Sentences that stand in two windows; each is read in the window where it is farther from the border. */
    private static final int OVERLAP = 4;

    /** The tokens before and behind a text. */
    private static final int SPECIAL_TOKENS = 2;

    private static final double LEAST_PROBABILITY = 1e-9;

    private SentenceLabels() {}

    /** Sentences from {@code first} to before {@code end}. */
    private record Window(int first, int end) {
        boolean contains(int sentence) {
            return first <= sentence && sentence < end;
        }

        int toBorder(int sentence) {
            return Math.min(sentence - first, end - 1 - sentence);
        }
    }

    /**
     * What is told of each sentence, in order.
     *
     * @return by label the mean of the natural logarithms of its probabilities over the tokens of the sentence; empty where no
     * token was read
     */
    public static List<Map<String, Double>> of(Tagger tagger, List<String> sentences, CancelToken cancel)
            throws ModelException, CancelledException {
        List<Window> windows = windows(tagger, sentences);
        List<String> texts = windows.stream()
                .map(window -> String.join(" ", sentences.subList(window.first(), window.end())))
                .toList();
        List<List<Tagger.Tag>> tags = tagger.tag(texts, tagger.labels().size(), cancel);
        List<Map<String, Double>> labels = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            int best = best(windows, i);
            int start = 0;
            for (int before = windows.get(best).first(); before < i; before++) {
                start += sentences.get(before).length() + 1;
            }
            labels.add(mean(tags.get(best), TextRange.ofLength(start, sentences.get(i).length())));
        }
        return labels;
    }

    private static List<Window> windows(Tagger tagger, List<String> sentences) {
        int most = tagger.maxTokenCount() - SPECIAL_TOKENS;
        List<Integer> counts = sentences.stream().map(tagger::tokenCount).toList();
        List<Window> windows = new ArrayList<>();
        int first = 0;
        while (first < sentences.size()) {
            int end = first;
            int tokens = 0;
            while (end < sentences.size() && (end == first || tokens + counts.get(end) <= most)) {
                tokens += counts.get(end);
                end++;
            }
            windows.add(new Window(first, end));
            first = end == sentences.size() ? end : Math.max(first + 1, end - OVERLAP);
        }
        return windows;
    }

    private static int best(List<Window> windows, int sentence) {
        int best = -1;
        for (int i = 0; i < windows.size(); i++) {
            boolean better = windows.get(i).contains(sentence)
                    && (best < 0 || windows.get(i).toBorder(sentence) > windows.get(best).toBorder(sentence));
            best = better ? i : best;
        }
        return best;
    }

    private static Map<String, Double> mean(List<Tagger.Tag> tags, TextRange sentence) {
        Map<String, Double> means = new HashMap<>();
        List<Tagger.Tag> own = tags.stream().filter(tag -> sentence.contains(tag.range())).toList();
        for (Tagger.Tag tag : own) {
            for (Tagger.Label label : tag.labels()) {
                double logarithm = Math.log(Math.max(LEAST_PROBABILITY, label.probability()));
                means.merge(label.name(), logarithm / own.size(), Double::sum);
            }
        }
        return means;
    }
}
