package org.scholion.inference.onnx.internal.decode;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Device;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.Seq2Seq;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.layout.ModelFolder;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.inference.onnx.internal.token.Tokenizer;

/** An encoder with its decoder in memory: T5, BART, Marian and their kin. Thread-safe. Owns the sessions and the tokenizer. */
public final class Seq2SeqModel implements AutoCloseable {

    private static final int DEFAULT_MOST_TOKENS = 512;

    /** When beams are done, as transformers names it. */
    enum Stopping {
        /** As soon as there are as many outputs as beams. */
        EARLY,
        /** When no beam of the length that is reached can become better. */
        HEURISTIC,
        /** When no beam of any length can become better. */
        NEVER
    }

    private final String owner;
    private final Seq2SeqGraph graph;
    private final Tokenizer tokenizer;
    private final TokenSettings settings;
    private final int start;
    private final int maxTokenCount;
    private final Stopping stopping;

    private Seq2SeqModel(ModelFolder folder, Seq2SeqGraph graph, Tokenizer tokenizer) throws ModelException {
        owner = String.valueOf(folder.folder().getFileName());
        this.graph = graph;
        this.tokenizer = tokenizer;
        settings = TokenSettings.of(folder);
        start = settings.decoderStart().or(settings::begin)
                .orElseThrow(() -> new ModelException(NLS.bind(Messages.Decoder_noStart, owner)));
        maxTokenCount = folder.maxPositionTokenCount().orElse(DEFAULT_MOST_TOKENS);
        stopping = folder.generationConfig().find("early_stopping")
                .map(value -> value.toString().equals("true") ? Stopping.EARLY
                        : value.toString().equals("\"never\"") ? Stopping.NEVER : Stopping.HEURISTIC)
                .orElse(Stopping.HEURISTIC);
    }

    /**
     * A model of graphs that are loaded already.
     *
     * @param encoder reads the input
     * @param first makes the first token and the caches; the merged decoder, where there is one
     * @param next makes the others from the caches; empty where {@code first} is merged
     */
    public static Seq2SeqModel of(
            ModelFolder folder, DeviceSession encoder, DeviceSession first, Optional<DeviceSession> next, Tokenizer tokenizer)
            throws ModelException {
        boolean made = false;
        try {
            Seq2SeqGraph graph = Seq2SeqGraph.of(encoder, first, next, String.valueOf(folder.folder().getFileName()));
            Seq2SeqModel model = new Seq2SeqModel(folder, graph, tokenizer);
            made = true;
            return model;
        } finally {
            if (!made) {
                encoder.close();
                first.close();
                next.ifPresent(DeviceSession::close);
                tokenizer.close();
            }
        }
    }

    /** The model as a service. */
    public Seq2Seq service(ModelDescriptor descriptor, Supplier<Device> device, Turns turns) {
        return new Rewriter(this, descriptor, device, turns, stopping);
    }

    String owner() {
        return owner;
    }

    Seq2SeqGraph graph() {
        return graph;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    TokenSettings settings() {
        return settings;
    }

    int start() {
        return start;
    }

    int maxTokenCount() {
        return maxTokenCount;
    }

    /** The token of a language, in models that have one for each: {@code __de__} of M2M100, {@code deu_Latn} of NLLB. */
    OptionalInt language(String code) throws ModelException {
        OptionalInt wrapped = tokenizer.id("__" + code + "__");
        return wrapped.isPresent() ? wrapped : tokenizer.id(code);
    }

    @Override
    public void close() {
        graph.close();
        tokenizer.close();
    }
}
