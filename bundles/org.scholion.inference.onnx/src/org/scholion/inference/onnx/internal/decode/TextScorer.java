package org.scholion.inference.onnx.internal.decode;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * How probable texts are behind a beginning that they share. What two of them have in common at their start is read once, also by later
 * calls, and logits are made of those tokens only that are asked about. Thread-safe.
 */
final class TextScorer {

    /** Tokens of a step; each has the logits of all the vocabulary. */
    private static final int CHUNK_TOKEN_COUNT = 64;

    private static final String KEY = "scored";

    private final CausalModel model;
    private final Turns turns;

    TextScorer(CausalModel model, Turns turns) {
        this.model = model;
        this.turns = turns;
    }

    /**
     * Natural logarithms of the probabilities of the tokens of each text.
     *
     * @param before tokens before all of them
     * @throws ModelException also when one of them is too long with its beginning
     */
    List<List<Double>> score(int[] before, List<int[]> texts, CancelToken cancel) throws ModelException, CancelledException {
        List<int[]> wholes = new ArrayList<>();
        int longest = 1;
        for (int[] text : texts) {
            int[] whole = Arrays.copyOf(before, before.length + text.length);
            System.arraycopy(text, 0, whole, before.length, text.length);
            if (whole.length > model.maxTokenCount()) {
                throw new ModelException(NLS.bind(
                        Messages.Prompt_tooLong, new Object[] {model.owner(), model.maxTokenCount(), whole.length, 0}));
            }
            wholes.add(whole);
            longest = Math.max(longest, whole.length);
        }
        Optional<Continuation> kept = model.scored().take(KEY);
        Continuation read = kept.isPresent() ? kept.get() : model.graph().open(longest);
        boolean usable = false;
        try {
            List<List<Double>> scores = new ArrayList<>();
            for (int[] whole : wholes) {
                scores.add(score(read, whole, Math.max(0, before.length - 1), cancel));
            }
            usable = true;
            return scores;
        } catch (CancelledException cancelled) {
            usable = true;
            throw cancelled;
        } finally {
            if (usable) {
                model.scored().giveBack(KEY, read);
            } else {
                read.close();
            }
        }
    }

    /** @param first the position whose logits are the first that count: those of the token behind it */
    private List<Double> score(Continuation read, int[] tokens, int first, CancelToken cancel) throws ModelException, CancelledException {
        // the logits of the last token are of no use
        int end = tokens.length - 1;
        int at = Math.max(0, Math.min(Math.min(first, end), read.commonLength(tokens)));
        if (read.largestStep(2) == 1) {
            // one step over all is shorter than one for each token
            at = 0;
        }
        read.truncate(at);
        List<Double> logs = new ArrayList<>();
        int size = model.graph().vocabulary();
        while (at < end) {
            int to = (int) Math.min(end, (long) at + read.largestStep(CHUNK_TOKEN_COUNT));
            int from = Math.max(at, first);
            try (Turns.Turn turn = turns.take(cancel)) {
                read.append(tokens, at, to, Math.max(1, to - from), cancel);
            }
            for (int i = from; i < to; i++) {
                logs.add(logProbability(read.values(), read.offset(i - from), size, tokens[i + 1]));
            }
            at = to;
        }
        return List.copyOf(logs);
    }

    static double logProbability(FloatBuffer logits, int offset, int size, int token) {
        float most = logits.get(offset + Sampler.greatest(logits, offset, size));
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.exp(logits.get(offset + i) - most);
        }
        return logits.get(offset + token) - most - Math.log(sum);
    }
}
