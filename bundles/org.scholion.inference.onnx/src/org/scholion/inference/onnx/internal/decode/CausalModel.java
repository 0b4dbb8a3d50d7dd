package org.scholion.inference.onnx.internal.decode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.scholion.inference.Device;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.chat.ChatTemplate;
import org.scholion.inference.onnx.internal.constrain.ConstraintRules;
import org.scholion.inference.onnx.internal.layout.ModelFolder;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.inference.onnx.internal.token.Tokenizer;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * A causal decoder in memory, with the beginnings of texts that it has read already. Thread-safe. Owns the session and the tokenizer.
 */
public final class CausalModel implements AutoCloseable {

    /** How many documents stay read. */
    private static final int MOST_KEPT = 2;
    /** How many texts that were scored stay read: one for each thread that is likely to ask. */
    private static final int MOST_SCORED = 2;
    private static final int DEFAULT_MOST_TOKENS = 2048;

    private final String owner;
    private final DeviceSession session;
    private final Tokenizer tokenizer;
    private final CausalGraph graph;
    private final TokenSettings settings;
    private final ConstraintRules rules;
    private final Optional<ChatTemplate> template;
    private final Map<String, String> specials = new LinkedHashMap<>();
    private final int maxTokenCount;
    private final KeptTexts documents = new KeptTexts(MOST_KEPT);
    private final KeptTexts scored = new KeptTexts(MOST_SCORED);

    private CausalModel(
            ModelFolder folder, DeviceSession session, Tokenizer tokenizer, CausalGraph graph) throws ModelException {
        owner = String.valueOf(folder.folder().getFileName());
        this.session = session;
        this.tokenizer = tokenizer;
        this.graph = graph;
        settings = TokenSettings.of(folder);
        rules = new ConstraintRules(tokenizer, settings.ends());
        Optional<String> source = folder.chatTemplate();
        template = source.isPresent() ? Optional.of(ChatTemplate.of(source.get(), owner)) : Optional.empty();
        for (String key : new String[] {"bos_token", "eos_token", "pad_token", "unk_token"}) {
            folder.specialToken(key).ifPresent(token -> specials.put(key, token));
        }
        maxTokenCount = folder.maxPositionTokenCount().orElse(DEFAULT_MOST_TOKENS);
    }

    /**
     * A model of a graph that is loaded already.
     *
     * @param session becomes its own, also when this fails; so does the tokenizer
     */
    public static CausalModel of(ModelFolder folder, DeviceSession session, Tokenizer tokenizer, CancelToken cancel)
            throws ModelException, CancelledException {
        boolean made = false;
        try {
            CausalGraph graph = CausalGraph.of(session, String.valueOf(folder.folder().getFileName()), cancel);
            CausalModel model = new CausalModel(folder, session, tokenizer, graph);
            made = true;
            return model;
        } finally {
            if (!made) {
                session.close();
                tokenizer.close();
            }
        }
    }

    /** The model as a service. */
    public Generator generator(ModelDescriptor descriptor, Supplier<Device> device, Turns turns) {
        return new CausalGenerator(this, descriptor, device, turns);
    }

    String owner() {
        return owner;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    CausalGraph graph() {
        return graph;
    }

    TokenSettings settings() {
        return settings;
    }

    ConstraintRules rules() {
        return rules;
    }

    Optional<ChatTemplate> template() {
        return template;
    }

    Map<String, String> specials() {
        return specials;
    }

    int maxTokenCount() {
        return maxTokenCount;
    }

    /** The text that was read for a key, which is then the caller's; a new one where there is none. */
    Continuation take(Optional<String> key, int capacity) throws ModelException {
        Optional<Continuation> found = key.flatMap(documents::take);
        return found.isPresent() ? found.get() : graph.open(Math.min(capacity, maxTokenCount));
    }

    /** Keeps a text for the next call with its key; the oldest is forgotten. */
    void giveBack(Optional<String> key, Continuation continuation) {
        key.ifPresentOrElse(known -> documents.giveBack(known, continuation), continuation::close);
    }

    /** Texts that are only scored: they have buffers for the logits of many tokens, and push no document out. */
    KeptTexts scored() {
        return scored;
    }

    @Override
    public void close() {
        documents.close();
        scored.close();
        session.close();
        tokenizer.close();
    }
}
