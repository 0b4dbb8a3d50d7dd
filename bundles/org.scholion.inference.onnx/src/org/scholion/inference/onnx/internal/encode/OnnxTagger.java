package org.scholion.inference.onnx.internal.encode;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scholion.inference.ModelException;
import org.scholion.inference.Tagger;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.token.Tokens;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/** Labels of tokens by a graph: one for each token of the model that stands for a part of the text. */
final class OnnxTagger extends EncoderHead implements Tagger {

    private final List<String> labels;
    private final Template template;
    private final Turns turns;

    OnnxTagger(EncoderModel model, List<String> labels, Turns turns) {
        super(model);
        this.labels = List.copyOf(labels);
        this.turns = turns;
        template = Template.single(model.tokenizer());
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public List<List<Tag>> tag(List<String> texts, CancelToken cancel) throws ModelException, CancelledException {
        List<Tokens> tokens = new ArrayList<>(texts.size());
        List<Row> rows = new ArrayList<>(texts.size());
        for (String text : texts) {
            Tokens found = model.tokens(text, cancel);
            tokens.add(found);
            rows.add(template.row(found.ids(), maxTokenCount()));
        }
        List<List<Tag>> tags = new ArrayList<>(texts.stream().map(text -> List.<Tag>of()).toList());
        model.run(rows, turns, cancel, row -> (values, start) -> {
            List<Tag> found = tags(tokens.get(row), rows.get(row), values, start);
            synchronized (tags) {
                tags.set(row, found);
            }
        });
        return tags;
    }

    private List<Tag> tags(Tokens tokens, Row row, FloatBuffer values, int start) {
        List<Tag> tags = new ArrayList<>(row.textCount());
        double[] logits = new double[labels.size()];
        for (int i = 0; i < row.textCount(); i++) {
            TextRange range = tokens.range(i);
            if (range.length() == 0) {
                continue;
            }
            int at = start + (row.textStart() + i) * logits.length;
            Arrays.setAll(logits, label -> values.get(at + label));
            Probabilities.softmax(logits);
            int best = 0;
            for (int label = 1; label < logits.length; label++) {
                best = logits[label] > logits[best] ? label : best;
            }
            tags.add(new Tag(range, labels.get(best), logits[best]));
        }
        return List.copyOf(tags);
    }
}
