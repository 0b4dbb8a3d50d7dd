package org.scholion.inference.onnx.internal.encode;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Classifier;
import org.scholion.inference.Device;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.Tagger;
import org.scholion.inference.onnx.internal.LoadedRole;
import org.scholion.inference.onnx.internal.Messages;
import org.scholion.inference.onnx.internal.RoleLoader;
import org.scholion.inference.onnx.internal.fuse.EncoderFusion;
import org.scholion.inference.onnx.internal.layout.ForeignJson;
import org.scholion.inference.onnx.internal.layout.Graph;
import org.scholion.inference.onnx.internal.layout.ModelFolder;
import org.scholion.inference.onnx.internal.layout.SentenceModules;
import org.scholion.inference.onnx.internal.session.Accelerators;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.inference.onnx.internal.session.Rewriting;
import org.scholion.inference.onnx.internal.token.Tokenizer;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Loads models without a loop. What a model does is said by its graph: which outputs it has, and of which form. */
public final class EncoderLoader implements RoleLoader {

    private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids", "position_ids");
    private static final List<String> VECTORS = List.of("last_hidden_state", "token_embeddings", "sentence_embedding", "pooler_output");
    private static final String LOGITS = "logits";
    /** What a tagger of ours says in its {@code config.json} that its {@code token_type_ids} are. */
    private static final String SEGMENTS = "token_type_source";
    private static final String LETTER_CASE = "letter_case";
    /** Where neither the model nor its tokenizer say. */
    private static final int USUAL_TOKEN_COUNT = 512;
    /** Attention takes memory by the square of the length. */
    private static final int MOST_TOKEN_COUNT = 8192;
    private static final int MOST_WIDTH = 1 << 17;
    /** Graphs up to this size run on one thread each, several at a time. */
    private static final long SMALL_BYTES = 200L << 20;
    private static final double MEMORY_PER_BYTE_ON_DISK = 1.3;

    @Override
    public Optional<LoadedRole<?>> load(
            ModelFolder folder,
            ModelEngine.Source source,
            ModelEngine.Options options,
            Accelerators accelerators,
            CancelToken cancel)
            throws ModelException, CancelledException {
        boolean loops = folder.architectures().stream()
                .anyMatch(name -> name.endsWith("ForCausalLM") || name.endsWith("ForConditionalGeneration") || name.endsWith("MTModel"));
        Optional<Accelerators.Accelerator> accelerator = accelerators.find(options.device());
        Device.Kind device = accelerator.isPresent() ? options.device() : Device.Kind.CPU;
        Optional<Path> graph = folder.graph(Graph.MODEL, device);
        if (loops || graph.isEmpty() || folder.genAiConfig().has("model")) {
            return Optional.empty();
        }
        Network network = new Network(folder, folder, graph.get(), EncoderFusion::of, ModelFolder.sizeBytes(graph.get()));
        return Optional.of(network.open(source, options, accelerator, cancel));
    }

    /**
     * What a model is made of.
     *
     * @param folder says what it does
     * @param base has the tokenizer; neither its limits nor those of {@code folder} may be passed
     * @param sizeBytes of the weights
     */
    record Network(ModelFolder folder, ModelFolder base, Path graph, Rewriting rewriting, long sizeBytes) {

        LoadedRole<?> open(
                ModelEngine.Source source,
                ModelEngine.Options options,
                Optional<Accelerators.Accelerator> accelerator,
                CancelToken cancel)
                throws ModelException, CancelledException {
            boolean small = sizeBytes <= SMALL_BYTES;
            Tokenizer tokenizer = Tokenizer.open(base.tokenizerFile());
            try {
                cancel.check();
                DeviceSession session = DeviceSession.open(graph, accelerator, small ? 1 : options.threadCount(), rewriting);
                try {
                    checkInputs(session);
                    Parts parts = new Parts(source, folder, base, tokenizer, session, small ? options.threadCount() : 1);
                    return parts.role((long) (sizeBytes * MEMORY_PER_BYTE_ON_DISK));
                } catch (ModelException | RuntimeException e) {
                    session.close();
                    throw e;
                }
            } catch (ModelException | CancelledException | RuntimeException e) {
                tokenizer.close();
                throw e;
            }
        }
    }

    private static void checkInputs(DeviceSession session) throws ModelException {
        for (Map.Entry<String, NodeInfo> input : session.inputs().entrySet()) {
            if (!INPUTS.contains(input.getKey())) {
                throw new ModelException(NLS.bind(Messages.Graph_inputs, session.file(), input.getKey()));
            }
        }
    }

    /** What was opened, and what it is. */
    private record Parts(
            ModelEngine.Source source,
            ModelFolder folder,
            ModelFolder base,
            Tokenizer tokenizer,
            DeviceSession session,
            int lanes) {

        LoadedRole<?> role(long memoryBytes) throws ModelException {
            for (String name : VECTORS) {
                if (session.outputs().containsKey(name)) {
                    return encoder(name, memoryBytes);
                }
            }
            if (!session.outputs().containsKey(LOGITS)) {
                throw new ModelException(
                        NLS.bind(Messages.Graph_outputs, session.file(), String.join(", ", session.outputs().keySet())));
            }
            return rank(LOGITS) == 3 ? tagger(memoryBytes) : classifier(memoryBytes);
        }

        private LoadedRole<?> encoder(String output, long memoryBytes) throws ModelException {
            SentenceModules modules = SentenceModules.read(folder);
            boolean perToken = rank(output) == 3;
            int width = width(output);
            int most = Math.min(modules.maxTokenCount().orElse(MOST_TOKEN_COUNT), maxTokenCount());
            EncoderModel model = model(output, width, perToken, most);
            return new EncoderRole<>(
                    Encoder.class, model, memoryBytes, turns -> new OnnxEncoder(model, modules, perToken, turns));
        }

        private LoadedRole<?> classifier(long memoryBytes) throws ModelException {
            List<String> labels = labels();
            String problem = folder.config().text("problem_type").orElse("");
            OnnxClassifier.Meaning meaning = labels.size() == 1 || problem.equals("regression")
                    ? OnnxClassifier.Meaning.RAW
                    : problem.equals("multi_label_classification")
                            ? OnnxClassifier.Meaning.INDEPENDENT
                            : OnnxClassifier.Meaning.EXCLUSIVE;
            EncoderModel model = model(LOGITS, labels.size(), false, maxTokenCount());
            return new EncoderRole<>(
                    Classifier.class, model, memoryBytes, turns -> new OnnxClassifier(model, labels, meaning, turns));
        }

        private LoadedRole<?> tagger(long memoryBytes) throws ModelException {
            List<String> labels = labels();
            EncoderModel model = model(LOGITS, labels.size(), true, maxTokenCount());
            OnnxTagger.Segments segments = segments();
            return new EncoderRole<>(Tagger.class, model, memoryBytes, turns -> new OnnxTagger(model, labels, segments, turns));
        }

        private OnnxTagger.Segments segments() throws ModelException {
            Optional<String> named = folder.config().text(SEGMENTS);
            if (named.isEmpty()) {
                return OnnxTagger.Segments.TEXTS;
            }
            if (!named.get().equals(LETTER_CASE)) {
                throw folder.config().wrong(SEGMENTS);
            }
            return OnnxTagger.Segments.LETTER_CASE;
        }

        private EncoderModel model(String output, int width, boolean perToken, int maxTokenCount) {
            return new EncoderModel(
                    source.descriptor(),
                    tokenizer,
                    session,
                    maxTokenCount,
                    new EncoderModel.Output(output, width, perToken),
                    lanes);
        }

        private List<String> labels() throws ModelException {
            List<String> named = folder.labels();
            Optional<Integer> given = lastDimension(LOGITS);
            if (named.isEmpty()) {
                // transformers writes no names where there are the usual two
                int count = given.orElse(folder.config().integer("num_labels", 1, MOST_WIDTH).orElse(2));
                return IntStream.range(0, count).mapToObj(i -> "LABEL_" + i).toList();
            }
            if (given.isPresent() && given.get() != named.size()) {
                throw new ModelException(
                        NLS.bind(Messages.Model_labels, new Object[] {folder.config().file(), named.size(), given.get()}));
            }
            return named;
        }

        private int width(String output) throws ModelException {
            Optional<Integer> given = lastDimension(output);
            if (given.isPresent()) {
                return given.get();
            }
            ForeignJson config = folder.config();
            return config.integer("hidden_size", 1, MOST_WIDTH).orElseThrow(() -> config.wrong("hidden_size"));
        }

        private int maxTokenCount() throws ModelException {
            return Math.min(maxTokenCount(folder), maxTokenCount(base));
        }

        private static int maxTokenCount(ModelFolder folder) throws ModelException {
            // tokenizers without a limit have a number near 1e30 there
            double byTokenizer = folder.tokenizerConfig().number("model_max_length").orElse((double) MOST_TOKEN_COUNT);
            int byModel = folder.maxPositionTokenCount().orElse(USUAL_TOKEN_COUNT);
            return (int) Math.max(8, Math.min(MOST_TOKEN_COUNT, Math.min(byTokenizer, byModel)));
        }

        private int rank(String output) throws ModelException {
            return info(output).getShape().length;
        }

        private Optional<Integer> lastDimension(String output) throws ModelException {
            long[] shape = info(output).getShape();
            long last = shape.length == 0 ? -1 : shape[shape.length - 1];
            return last >= 1 && last <= MOST_WIDTH ? Optional.of((int) last) : Optional.empty();
        }

        private TensorInfo info(String output) throws ModelException {
            NodeInfo node = session.outputs().get(output);
            if (node != null && node.getInfo() instanceof TensorInfo tensor) {
                int rank = tensor.getShape().length;
                if (rank == 2 || rank == 3) {
                    return tensor;
                }
            }
            throw new ModelException(NLS.bind(Messages.Graph_outputs, session.file(), output));
        }
    }
}
