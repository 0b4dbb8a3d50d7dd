package org.scholion.assist.language.internal.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges by a language model. When it cannot be loaded nothing is said for a minute, then it is asked for again. */
public final class ModelJudge implements Judge {

    /** The one that all limits were measured with. */
    public static final String MODEL = "smollm2-135m-instruct";

    private static final Logger LOG = LoggerFactory.getLogger(ModelJudge.class);
    private static final long PAUSE_NANOS = 60_000_000_000L;

    /** What the language model reads for the marks of other models, which it does not know. */
    private static final String[][] MARKS = {
        {"[math]", "x"}, {"[cite]", "[1]"}, {"[ref]", "2"}, {"[code]", "code"}, {"[url]", "the link"}, {"[other]", "X"},
    };

    /**
     * So much is read behind a change, in characters: what stands further on hardly depends on it, and takes time. The calibration of
     * the grammar model holds for this number.
     */
    private static final int BEHIND = 30;

    private final Models models;
    private volatile long unavailableSince = System.nanoTime() - PAUSE_NANOS;

    public ModelJudge(Models models) {
        this.models = models;
    }

    @Override
    public Optional<List<Double>> gains(String sentence, List<String> variants, CancelToken cancel) throws CancelledException {
        if (variants.isEmpty()) {
            return Optional.of(List.of());
        }
        if (System.nanoTime() - unavailableSince < PAUSE_NANOS) {
            return Optional.empty();
        }
        try (ModelLease<Generator> model = models.lease(Generator.class, MODEL, Priority.VISIBLE, cancel)) {
            return Optional.of(gains(model.service(), readable(sentence), variants.stream().map(ModelJudge::readable).toList(), cancel));
        } catch (ModelException e) {
            unavailableSince = System.nanoTime();
            LOG.info("Corrections are not judged by a language model: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static List<Double> gains(Generator model, String sentence, List<String> variants, CancelToken cancel)
            throws ModelException, CancelledException {
        int start = variants.stream().mapToInt(variant -> commonStart(sentence, variant)).min().orElse(0);
        // whole words, each with the space before it, as tokens have it
        start = Math.max(0, sentence.lastIndexOf(' ', start - 1));
        int least = start;
        int tail = variants.stream().mapToInt(variant -> commonEnd(sentence, variant, least)).min().orElse(0);
        int cut = Math.max(0, tail - BEHIND);
        if (cut > 0) {
            // whole words: the same for all, since all end alike
            int space = sentence.indexOf(' ', sentence.length() - cut);
            cut = space < 0 ? 0 : sentence.length() - space;
        }
        String beginning = sentence.substring(0, start);
        List<String> texts = new ArrayList<>(variants.size() + 1);
        texts.add(sentence.substring(start, sentence.length() - cut));
        for (String variant : variants) {
            texts.add(variant.substring(start, variant.length() - cut));
        }
        List<Double> sums = model.logProbabilities(beginning, texts, cancel).stream().map(ModelJudge::sum).toList();
        return sums.subList(1, sums.size()).stream().map(sum -> sum - sums.getFirst()).toList();
    }

    private static double sum(List<Double> tokens) {
        return tokens.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static int commonStart(String a, String b) {
        int limit = Math.min(a.length(), b.length());
        return IntStream.range(0, limit).filter(i -> a.charAt(i) != b.charAt(i)).findFirst().orElse(limit);
    }

    private static int commonEnd(String a, String b, int start) {
        int limit = Math.min(a.length(), b.length()) - start;
        return IntStream.range(0, limit)
                .filter(i -> a.charAt(a.length() - 1 - i) != b.charAt(b.length() - 1 - i))
                .findFirst()
                .orElse(limit);
    }

    private static String readable(String text) {
        String readable = text;
        for (String[] mark : MARKS) {
            readable = readable.replace(mark[0], mark[1]);
        }
        return readable;
    }
}
