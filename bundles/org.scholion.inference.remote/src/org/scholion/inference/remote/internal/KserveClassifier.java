package org.scholion.inference.remote.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Classifier;
import org.scholion.inference.ModelException;
import org.scholion.inference.RemoteModel;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Labels from a server. Inputs are cut where they are longer than the model takes by {@link TokenEstimate}. */
final class KserveClassifier extends RemoteRole implements Classifier {

    /** Values of a server are floats. */
    private static final double ROUNDING = 1e-4;

    private final KserveModel model;

    KserveClassifier(RemoteService service, KserveModel model) {
        super(service);
        this.model = model;
    }

    @Override
    public List<String> labels() {
        return service().server().model().labels();
    }

    @Override
    public List<Scores> classify(List<Input> inputs, CancelToken cancel) throws ModelException, CancelledException {
        boolean pairs = service().server().model().tensors().flatMap(RemoteModel.Tensors::pair).isPresent();
        for (Input input : inputs) {
            if (input.pair().isPresent() != pairs) {
                throw new ModelException(NLS.bind(pairs ? Messages.Pair_wanted : Messages.Pair_unknown, descriptor().name()));
            }
        }
        List<Scores> scores = new ArrayList<>();
        for (int from = 0; from < inputs.size(); from += RemoteEncoder.BATCH_SIZE) {
            cancel.check();
            List<Input> batch = inputs.subList(from, Math.min(inputs.size(), from + RemoteEncoder.BATCH_SIZE)).stream()
                    .map(this::cut)
                    .toList();
            List<String> seconds = batch.stream().flatMap(input -> input.pair().stream()).toList();
            for (float[] row : model.infer(batch.stream().map(Input::text).toList(), seconds, service().turns(), cancel)) {
                scores.add(scores(row));
            }
        }
        return scores;
    }

    /** The longer of a pair first, down to the length of the other, then both. */
    private Input cut(Input input) {
        int limit = maxTokenCount();
        if (input.pair().isEmpty()) {
            return Input.of(TokenEstimate.cut(input.text(), limit));
        }
        int first = tokenCount(input.text());
        int second = tokenCount(input.pair().get());
        if (first + second <= limit) {
            return input;
        }
        int shorter = Math.min(Math.min(first, second), limit / 2);
        int keptFirst = first <= second ? shorter : limit - shorter;
        int keptSecond = limit - keptFirst;
        return Input.ofPair(TokenEstimate.cut(input.text(), keptFirst), TokenEstimate.cut(input.pair().get(), keptSecond));
    }

    private Scores scores(float[] row) throws ModelException {
        List<String> labels = labels();
        if (row.length != labels.size()) {
            throw new ModelException(NLS.bind(
                    Messages.Answer_labels, new Object[] {service().server().address(), row.length, labels.size()}));
        }
        List<Double> scores = new ArrayList<>();
        double largest = Double.NEGATIVE_INFINITY;
        for (float value : row) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (float value : row) {
            sum += Math.exp(value - largest);
        }
        for (float value : row) {
            scores.add(switch (service().server().model().activation()) {
                case NONE -> checked(value);
                case SOFTMAX -> Math.exp(value - largest) / sum;
                case SIGMOID -> 1 / (1 + Math.exp(-value));
            });
        }
        return new Scores(scores);
    }

    /** The only label of a model may have any value. */
    private double checked(float value) throws ModelException {
        if (labels().size() > 1 && !(value >= -ROUNDING && value <= 1 + ROUNDING)) {
            throw new ModelException(NLS.bind(Messages.Answer_probability, service().server().address(), value));
        }
        return labels().size() > 1 ? Math.clamp(value, 0, 1) : value;
    }
}
