package org.scholion.inference.onnx.internal.encode;

import java.util.ArrayList;
import java.util.List;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelException;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.layout.SentenceModules;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Vectors by a graph, pooled as the folder of the model says. */
final class OnnxEncoder extends EncoderHead implements Encoder {

    private final SentenceModules modules;
    private final Template template;
    private final Pooler pooler;
    private final boolean perToken;
    private final Turns turns;

    OnnxEncoder(EncoderModel model, SentenceModules modules, boolean perToken, Turns turns) {
        super(model);
        this.modules = modules;
        this.perToken = perToken;
        this.turns = turns;
        template = Template.single(model.tokenizer());
        pooler = new Pooler(modules.pooling(), modules.normalise(), model.width());
    }

    @Override
    public int dimension() {
        return model.width();
    }

    @Override
    public Embeddings embed(List<String> texts, Role role, CancelToken cancel) throws ModelException, CancelledException {
        String prompt = role == Role.QUERY ? modules.queryPrompt() : modules.passagePrompt();
        List<Row> rows = new ArrayList<>(texts.size());
        List<String> prompted = prompt.isEmpty() ? texts : texts.stream().map(prompt::concat).toList();
        for (long[] ids : model.ids(prompted, cancel)) {
            rows.add(template.row(ids, model.maxTokenCount()));
        }
        // as sentence-transformers does: the prompt with the tokens before it, but not those behind
        int skipped = modules.includePrompt() || prompt.isEmpty() ? 0 : template.before().size() + model.tokenizer().count(prompt);
        int dimension = dimension();
        float[] vectors = new float[texts.size() * dimension];
        model.run(rows, turns, cancel, row -> (values, start) -> {
            if (perToken) {
                int count = rows.get(row).count();
                pooler.pool(values, start, Math.min(skipped, count - 1), count, vectors, row * dimension);
            } else {
                pooler.take(values, start, vectors, row * dimension);
            }
        });
        return new Embeddings(dimension, vectors);
    }
}
