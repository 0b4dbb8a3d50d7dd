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

/** Labels of tokens by a graph: for each token of the model that stands for a part of the text. */
final class OnnxTagger extends EncoderHead implements Tagger {

    /** What the model reads as the segment of a token. */
    enum Segments {
        /** The number of the text, as the tokenizer says: always the same. */
        TEXTS,
        /** How the token is written, for models whose tokenizer leaves capitals out; see {@link LetterCase}. */
        LETTER_CASE
    }

    private final List<String> labels;
    private final Segments segments;
    private final Template template;
    private final Turns turns;

    OnnxTagger(EncoderModel model, List<String> labels, Segments segments, Turns turns) {
        super(model);
        this.labels = List.copyOf(labels);
        this.segments = segments;
        this.turns = turns;
        template = Template.single(model.tokenizer());
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public List<List<Tag>> tag(List<String> texts, int labelCount, CancelToken cancel) throws ModelException, CancelledException {
        if (labelCount < 1) {
            throw new IllegalArgumentException("labels " + labelCount);
        }
        List<Tokens> tokens = new ArrayList<>(texts.size());
        List<Row> rows = new ArrayList<>(texts.size());
        for (String text : texts) {
            Tokens found = model.tokens(text, cancel);
            tokens.add(found);
            rows.add(row(text, found));
        }
        List<List<Tag>> tags = new ArrayList<>(texts.stream().map(text -> List.<Tag>of()).toList());
        model.run(rows, turns, cancel, row -> (values, start) -> {
            List<Tag> found = tags(tokens.get(row), rows.get(row), Math.min(labelCount, labels.size()), values, start);
            synchronized (tags) {
                tags.set(row, found);
            }
        });
        return tags;
    }

    private Row row(String text, Tokens tokens) {
        return switch (segments) {
            case TEXTS -> template.row(tokens.ids(), maxTokenCount());
            case LETTER_CASE -> template.row(
                    tokens.ids(), maxTokenCount(), token -> LetterCase.of(tokens.range(token).of(text)).segment());
        };
    }

    private List<Tag> tags(Tokens tokens, Row row, int labelCount, FloatBuffer values, int start) {
        List<Tag> tags = new ArrayList<>(row.textCount());
        double[] probabilities = new double[labels.size()];
        for (int i = 0; i < row.textCount(); i++) {
            TextRange range = tokens.range(i);
            if (range.length() == 0) {
                continue;
            }
            int at = start + (row.textStart() + i) * probabilities.length;
            Arrays.setAll(probabilities, label -> values.get(at + label));
            Probabilities.softmax(probabilities);
            tags.add(new Tag(range, best(probabilities, labelCount)));
        }
        return List.copyOf(tags);
    }

    private List<Label> best(double[] probabilities, int count) {
        int[] order = new int[count];
        int filled = 0;
        for (int label = 0; label < probabilities.length; label++) {
            if (filled == count && probabilities[label] <= probabilities[order[count - 1]]) {
                continue;
            }
            int at = filled < count ? filled++ : count - 1;
            while (at > 0 && probabilities[order[at - 1]] < probabilities[label]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = label;
        }
        return Arrays.stream(order).mapToObj(label -> new Label(labels.get(label), probabilities[label])).toList();
    }
}
