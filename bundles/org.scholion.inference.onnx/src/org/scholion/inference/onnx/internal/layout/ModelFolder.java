package org.scholion.inference.onnx.internal.layout;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Device;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;

/**
 * The folder of a model in the layouts of transformers (Optimum, transformers.js), onnxruntime-genai and sentence-transformers.
 * Immutable; the files are read once, but graphs only found, not read.
 */
public final class ModelFolder {

    private static final String EXTENSION = ".onnx";
    private static final List<String> GRAPH_FOLDERS = List.of("onnx", "", "cpu", "decoder");
    /** What the CPU runs fastest comes first; no 16-bit floats, which it has to widen, unless there is nothing else. */
    private static final List<String> CPU_VARIANTS = List.of(
            "quantized", "int8", "quint8_avx2", "uint8", "qint8_avx512", "qint8_avx512_vnni", "q4", "", "O3", "O2", "O1", "O4",
            "optimized", "bnb4", "q4f16", "fp16");
    private static final List<String> GPU_VARIANTS = List.of(
            "fp16", "O4", "", "optimized", "O3", "O2", "O1", "q4f16", "q4", "quantized", "int8", "uint8", "bnb4");
    private static final int MOST_TEMPLATE_BYTES = 1 << 20;
    private static final int MOST_LABELS = 100_000;
    private static final int MOST_TOKEN_COUNT = 1 << 24;

    private final Path folder;
    private final ForeignJson config;
    private final ForeignJson generationConfig;
    private final ForeignJson tokenizerConfig;
    private final ForeignJson genAiConfig;

    private ModelFolder(Path folder) throws ModelException {
        this.folder = folder;
        config = ForeignJson.readIfPresent(folder.resolve("config.json"));
        generationConfig = ForeignJson.readIfPresent(folder.resolve("generation_config.json"));
        tokenizerConfig = ForeignJson.readIfPresent(folder.resolve("tokenizer_config.json"));
        genAiConfig = ForeignJson.readIfPresent(folder.resolve("genai_config.json"));
    }

    /** @throws ModelException when one of its JSON files is broken; names it */
    public static ModelFolder read(Path folder) throws ModelException {
        return new ModelFolder(folder);
    }

    /** Whether there is anything of this kind, by the names of the files alone. */
    public static boolean holdsGraphs(Path folder) {
        return Stream.of(Graph.values()).anyMatch(graph -> !variants(folder, graph).isEmpty())
                || Files.isRegularFile(folder.resolve("genai_config.json"));
    }

    public Path folder() {
        return folder;
    }

    /** {@code config.json}; empty when there is none. */
    public ForeignJson config() {
        return config;
    }

    /** {@code generation_config.json}; empty when there is none. */
    public ForeignJson generationConfig() {
        return generationConfig;
    }

    /** {@code tokenizer_config.json}; empty when there is none. */
    public ForeignJson tokenizerConfig() {
        return tokenizerConfig;
    }

    /** {@code genai_config.json} of onnxruntime-genai; empty when there is none. */
    public ForeignJson genAiConfig() {
        return genAiConfig;
    }

    /** Such as {@code bert}; empty when the folder does not say. */
    public String modelType() throws ModelException {
        return config.text("model_type").orElse("");
    }

    /** Such as {@code BertForTokenClassification}. */
    public List<String> architectures() throws ModelException {
        return config.texts("architectures");
    }

    /** The file of the tokenizer; need not exist. */
    public Path tokenizerFile() {
        return folder.resolve("tokenizer.json");
    }

    /** The names of the labels by their numbers: {@code id2label}. Empty when the folder names none. */
    public List<String> labels() throws ModelException {
        Optional<ForeignJson> named = config.object("id2label");
        if (named.isEmpty()) {
            return List.of();
        }
        TreeMap<Integer, String> byNumber = new TreeMap<>();
        for (String key : named.get().keys()) {
            if (!key.matches("[0-9]{1,6}") || Integer.parseInt(key) >= MOST_LABELS) {
                throw config.wrong("id2label");
            }
            byNumber.put(Integer.parseInt(key), named.get().text(key).orElseThrow(() -> config.wrong("id2label")));
        }
        if (!byNumber.isEmpty() && byNumber.lastKey() != byNumber.size() - 1) {
            throw config.wrong("id2label");
        }
        return List.copyOf(byNumber.values());
    }

    /**
     * The longest input in tokens that the positions of the model allow, special tokens included; empty when the folder does not say.
     */
    public OptionalInt maxPositionTokenCount() throws ModelException {
        for (String key : List.of("max_position_embeddings", "n_positions", "max_sequence_length")) {
            Optional<Integer> count = config.integer(key, 1, MOST_TOKEN_COUNT);
            if (count.isPresent()) {
                // these count positions from behind the padding on
                boolean shifted = modelType().matches("roberta|xlm-roberta|camembert|mpnet|longformer");
                return OptionalInt.of(shifted ? Math.max(1, count.get() - 2) : count.get());
            }
        }
        return OptionalInt.empty();
    }

    /** The template of conversations in Jinja: {@code chat_template.jinja}, or the default one of {@code tokenizer_config.json}. */
    public Optional<String> chatTemplate() throws ModelException {
        Path file = folder.resolve("chat_template.jinja");
        if (Files.isRegularFile(file)) {
            return Optional.of(ForeignJson.text(file, MOST_TEMPLATE_BYTES));
        }
        Optional<JsonElement> template = tokenizerConfig.find("chat_template");
        if (template.isPresent() && template.get().isJsonArray()) {
            for (ForeignJson named : tokenizerConfig.objects("chat_template")) {
                if (named.text("name").orElse("").equals("default")) {
                    return named.text("template");
                }
            }
            return Optional.empty();
        }
        return tokenizerConfig.text("chat_template");
    }

    /** The text of a special token, such as {@code eos_token}, by {@code tokenizer_config.json}. */
    public Optional<String> specialToken(String key) throws ModelException {
        Optional<JsonElement> value = tokenizerConfig.find(key);
        if (value.isPresent() && value.get() instanceof JsonObject) {
            Optional<ForeignJson> token = tokenizerConfig.object(key);
            return token.isPresent() ? token.get().text("content") : Optional.empty();
        }
        return tokenizerConfig.text(key);
    }

    /**
     * The file of a graph in the variant that suits a device best.
     *
     * @param device what it shall run on
     */
    public Optional<Path> graph(Graph graph, Device.Kind device) throws ModelException {
        if (graph == Graph.MODEL) {
            Optional<Path> named = genAiGraph();
            if (named.isPresent()) {
                return named;
            }
        }
        TreeMap<String, Path> found = variants(folder, graph);
        List<String> order = device == Device.Kind.CPU ? CPU_VARIANTS : GPU_VARIANTS;
        for (String variant : order) {
            Path file = found.get(variant);
            if (file != null) {
                return Optional.of(file);
            }
        }
        return found.values().stream().findFirst();
    }

    /** The file of a graph; refuses its absence. */
    public Path requiredGraph(Graph graph, Device.Kind device) throws ModelException {
        return graph(graph, device)
                .orElseThrow(() -> new ModelException(
                        NLS.bind(Messages.File_missing, folder.resolve(graph.stem() + EXTENSION))));
    }

    private Optional<Path> genAiGraph() throws ModelException {
        Optional<ForeignJson> model = genAiConfig.object("model");
        Optional<ForeignJson> decoder = model.isPresent() ? model.get().object("decoder") : Optional.empty();
        Optional<String> name = decoder.isPresent() ? decoder.get().text("filename") : Optional.empty();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        // a name, not a path: what is outside the folder is nobody's business
        if (name.get().isBlank() || name.get().matches(".*[/\\\\:\0].*") || name.get().startsWith("..")) {
            throw genAiConfig.wrong("filename");
        }
        Path file = folder.resolve(name.get());
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** The variants of a graph: the rest of the name, such as {@code int8}, with the file; of two folders the first. */
    private static TreeMap<String, Path> variants(Path folder, Graph graph) {
        TreeMap<String, Path> found = new TreeMap<>();
        for (String name : GRAPH_FOLDERS) {
            for (Path file : files(folder.resolve(name))) {
                String fileName = file.getFileName().toString();
                if (!fileName.endsWith(EXTENSION) || !fileName.startsWith(graph.stem())) {
                    continue;
                }
                String rest = fileName.substring(graph.stem().length(), fileName.length() - EXTENSION.length());
                boolean merged = graph == Graph.DECODER && rest.toLowerCase(Locale.ROOT).startsWith("_merged");
                if (!merged && (rest.isEmpty() || rest.startsWith("_"))) {
                    found.putIfAbsent(rest.isEmpty() ? rest : rest.substring(1), file);
                }
            }
        }
        return found;
    }

    /** The files that hold the weights of a graph beside it: {@code model.onnx_data}, {@code model.onnx.data} and their parts. */
    public static List<Path> dataFiles(Path graph) {
        String name = graph.getFileName().toString();
        Path parent = graph.toAbsolutePath().getParent();
        return parent == null
                ? List.of()
                : files(parent).stream()
                        .filter(file -> {
                            String other = file.getFileName().toString();
                            return other.startsWith(name + "_data") || other.startsWith(name + ".data");
                        })
                        .toList();
    }

    /** How many bytes a graph has on disk with what lies beside it. */
    public static long sizeBytes(Path graph) {
        List<Path> all = new ArrayList<>(dataFiles(graph));
        all.add(graph);
        long size = 0;
        for (Path file : all) {
            try {
                size += Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return size;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
