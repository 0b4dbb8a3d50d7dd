package org.scholion.inference.onnx.internal.decode;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.scholion.inference.ModelException;
import org.scholion.inference.Seq2Seq.Options;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.decode.Seq2SeqModel.Stopping;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Looks for the best output of a decoder as {@code generate} of transformers does, greedily or with beams. For one input. */
final class BeamSearch {

    private final Seq2SeqModel model;
    private final Options options;
    private final Stopping stopping;
    private final Optional<Integer> forcedBegin;
    private final int vocabulary;
    private final List<Beam> finished = new ArrayList<>();
    private boolean improvable = true;

    /**
     * A beginning of an output.
     *
     * @param tokens the start of the decoder first
     * @param score what beams are compared by: a sum of logarithms, or that divided for its length when finished
     * @param logProbability the sum of the logarithms of the model alone
     * @param from the beam that it goes on from
     */
    record Beam(int[] tokens, double score, double logProbability, int from) {}

    BeamSearch(Seq2SeqModel model, Options options, Stopping stopping, Optional<Integer> forcedBegin) {
        this.model = model;
        this.options = options;
        this.stopping = stopping;
        this.forcedBegin = forcedBegin;
        vocabulary = model.graph().vocabulary();
    }

    /** The best output; its tokens begin with the start of the decoder. */
    Beam search(DecoderRun run, Turns turns, CancelToken cancel) throws ModelException, CancelledException {
        List<Beam> running = List.of(new Beam(new int[] {model.start()}, 0, 0, 0));
        while (true) {
            FloatBuffer logits;
            try (Turns.Turn turn = turns.take(cancel)) {
                logits = run.step(running.stream().mapToLong(beam -> beam.tokens()[beam.tokens().length - 1]).toArray(), cancel);
            }
            List<Beam> best = best(running, logits);
            if (options.beamCount() == 1) {
                running = List.of(best.getFirst());
                if (ends(running.getFirst())) {
                    return running.getFirst();
                }
                continue;
            }
            List<Beam> next = new ArrayList<>();
            for (Beam beam : best) {
                if (!ends(beam) && next.size() < options.beamCount()) {
                    next.add(beam);
                }
            }
            finish(best);
            if (next.isEmpty() || done(next.getFirst())) {
                return finished.isEmpty() ? best.getFirst() : finished.getFirst();
            }
            run.reorder(next.stream().mapToInt(Beam::from).toArray(), running.size());
            running = next;
        }
    }

    private boolean ends(Beam beam) {
        return model.settings().ends().contains(beam.tokens()[beam.tokens().length - 1])
                || beam.tokens().length > options.maxNewTokenCount();
    }

    /** The best ways to go on, the best first: more than beams, since some of them end. */
    private List<Beam> best(List<Beam> running, FloatBuffer logits) {
        int wanted = options.beamCount() == 1 ? 1 : Math.max(2, 1 + model.settings().ends().size()) * options.beamCount();
        // the smallest of the best comes first, to be replaced
        PriorityQueue<Candidate> best = new PriorityQueue<>(Comparator.comparingDouble(Candidate::score)
                .thenComparing(Comparator.comparingLong(Candidate::place).reversed()));
        float[] scores = new float[vocabulary];
        double[] norms = new double[running.size()];
        for (int i = 0; i < running.size(); i++) {
            Beam beam = running.get(i);
            int offset = i * vocabulary;
            norms[i] = norm(logits, offset);
            for (int token = 0; token < vocabulary; token++) {
                scores[token] = (float) (logits.get(offset + token) - norms[i]);
            }
            applyRules(beam.tokens(), scores);
            for (int token = 0; token < vocabulary; token++) {
                double score = beam.score() + scores[token];
                if (best.size() < wanted || score > best.element().score()) {
                    if (best.size() == wanted) {
                        best.remove();
                    }
                    best.add(new Candidate(score, (long) i * vocabulary + token));
                }
            }
        }
        List<Candidate> sorted = new ArrayList<>(best);
        sorted.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparingLong(Candidate::place));
        return sorted.stream().map(candidate -> {
            int from = (int) (candidate.place() / vocabulary);
            int token = (int) (candidate.place() % vocabulary);
            Beam beam = running.get(from);
            int[] tokens = Arrays.copyOf(beam.tokens(), beam.tokens().length + 1);
            tokens[tokens.length - 1] = token;
            double log = logits.get(from * vocabulary + token) - norms[from];
            return new Beam(tokens, candidate.score(), beam.logProbability() + log, from);
        }).toList();
    }

    private record Candidate(double score, long place) {}

    /** What is taken from logits to make them logarithms of probabilities. */
    private double norm(FloatBuffer logits, int offset) {
        float most = logits.get(offset + Sampler.greatest(logits, offset, vocabulary));
        double sum = 0;
        for (int i = 0; i < vocabulary; i++) {
            sum += Math.exp(logits.get(offset + i) - most);
        }
        return most + Math.log(sum);
    }

    private void applyRules(int[] tokens, float[] scores) {
        int ngram = options.noRepeatNgramTokenCount();
        if (ngram > 0 && tokens.length + 1 >= ngram) {
            int last = tokens.length - ngram + 1;
            for (int i = 0; i + ngram <= tokens.length; i++) {
                if (Arrays.equals(tokens, i, i + ngram - 1, tokens, last, tokens.length)) {
                    scores[tokens[i + ngram - 1]] = Float.NEGATIVE_INFINITY;
                }
            }
        }
        for (int token : model.settings().never()) {
            if (token < scores.length) {
                scores[token] = Float.NEGATIVE_INFINITY;
            }
        }
        if (tokens.length == 1) {
            forcedBegin.ifPresent(token -> force(scores, token));
        }
        if (tokens.length == options.maxNewTokenCount()) {
            model.settings().forcedEnd().ifPresent(token -> force(scores, token));
        }
    }

    private static void force(float[] scores, int token) {
        if (token < scores.length) {
            Arrays.fill(scores, Float.NEGATIVE_INFINITY);
            scores[token] = 0;
        }
    }

    private boolean full() {
        return finished.size() == options.beamCount();
    }

    /** Takes those that ended among the first into the finished ones. */
    private void finish(List<Beam> best) {
        if (!improvable || full() && stopping == Stopping.EARLY) {
            return;
        }
        for (Beam beam : best.subList(0, Math.min(best.size(), options.beamCount()))) {
            if (ends(beam)) {
                double score = beam.score() / Math.pow(beam.tokens().length - 1, options.lengthPenalty());
                finished.add(new Beam(beam.tokens(), score, beam.logProbability(), 0));
            }
        }
        finished.sort(Comparator.comparingDouble(Beam::score).reversed());
        while (finished.size() > options.beamCount()) {
            finished.removeLast();
        }
    }

    private boolean done(Beam bestRunning) {
        int length = stopping == Stopping.NEVER && options.lengthPenalty() > 0
                ? options.maxNewTokenCount()
                : bestRunning.tokens().length - 1;
        double reachable = bestRunning.score() / Math.pow(length, options.lengthPenalty());
        improvable &= !full() || reachable > finished.getLast().score();
        return !improvable || full() && stopping == Stopping.EARLY;
    }
}
