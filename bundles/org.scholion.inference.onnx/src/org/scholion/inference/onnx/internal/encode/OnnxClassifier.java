package org.scholion.inference.onnx.internal.encode;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scholion.inference.Classifier;
import org.scholion.inference.ModelException;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Labels by a graph. */
final class OnnxClassifier extends EncoderHead implements Classifier {

    /** What the numbers of the graph mean. */
    enum Meaning {
        /** One label at a time. */
        EXCLUSIVE,
        /** Each label for itself. */
        INDEPENDENT,
        /** No probabilities. */
        RAW
    }

    private final List<String> labels;
    private final Meaning meaning;
    private final Template single;
    private final Template pair;
    private final Turns turns;

    OnnxClassifier(EncoderModel model, List<String> labels, Meaning meaning, Turns turns) {
        super(model);
        this.labels = List.copyOf(labels);
        this.meaning = meaning;
        this.turns = turns;
        single = Template.single(model.tokenizer());
        pair = Template.pair(model.tokenizer());
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public List<Scores> classify(List<Input> inputs, CancelToken cancel) throws ModelException, CancelledException {
        List<String> texts = new ArrayList<>();
        for (Input input : inputs) {
            texts.add(input.text());
            input.pair().ifPresent(texts::add);
        }
        List<long[]> ids = model.ids(texts, cancel);
        List<Row> rows = new ArrayList<>(inputs.size());
        int at = 0;
        for (Input input : inputs) {
            rows.add(input.pair().isPresent()
                    ? pair.row(ids.get(at++), ids.get(at++), maxTokenCount())
                    : single.row(ids.get(at++), maxTokenCount()));
        }
        Scores[] scores = new Scores[inputs.size()];
        model.run(rows, turns, cancel, row -> (values, start) -> scores[row] = scores(values, start));
        return Arrays.asList(scores);
    }

    private Scores scores(FloatBuffer values, int start) {
        double[] scores = new double[labels.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = values.get(start + i);
        }
        switch (meaning) {
            case EXCLUSIVE -> Probabilities.softmax(scores);
            case INDEPENDENT -> Arrays.setAll(scores, i -> 1 / (1 + Math.exp(-scores[i])));
            case RAW -> {
                // as they are
            }
        }
        return new Scores(Arrays.stream(scores).boxed().toList());
    }
}
