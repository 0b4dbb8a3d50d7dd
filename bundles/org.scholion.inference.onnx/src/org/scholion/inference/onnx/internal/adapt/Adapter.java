package org.scholion.inference.onnx.internal.adapt;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.AdapterFolder;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;
import org.scholion.inference.onnx.internal.layout.ForeignJson;
import org.scholion.inference.onnx.internal.layout.Safetensors;

/**
 * An adapter of the kind LoRA with a head that gives each token its logits, as PEFT writes it. An adapted projection gives what it
 * gave and {@code (x · Aᵀ) · Bᵀ · scale} of its input {@code x}. Immutable.
 */
public final class Adapter {

    private static final String PREFIX = "base_model.model.";
    private static final String INNER = ".lora_A.weight";
    private static final String OUTER = ".lora_B.weight";
    private static final String HEAD = PREFIX + "classifier.weight";
    private static final String HEAD_BIAS = PREFIX + "classifier.bias";
    private static final List<String> OTHER_KINDS =
            List.of("use_dora", "use_qalora", "use_bdlora", "fan_in_fan_out", "lora_bias");
    private static final List<String> PATTERNS = List.of("rank_pattern", "alpha_pattern");
    private static final List<String> PLACES = List.of("layer_replication", "alora_invocation_tokens");
    /** Some ways to begin the training take a part out of the weights of the base. */
    private static final String START = "init_lora_weights";
    private static final Set<String> PLAIN_STARTS = Set.of("gaussian", "eva", "orthogonal");
    private static final int MOST_RANK = 1024;
    private static final int MOST_WIDTH = 1 << 17;

    /**
     * A matrix of the base that is adapted.
     *
     * @param module its name in the base, such as {@code bert.encoder.layer.0.attention.self.query}
     * @param from how many numbers it takes
     * @param to how many it gives
     */
    record Projection(String module, int from, int to) {}

    private final Safetensors tensors;
    private final int rank;
    private final double scale;
    private final List<Projection> projections;
    private final int width;
    private final int labelCount;

    private Adapter(Safetensors tensors, int rank, double scale) throws ModelException {
        this.tensors = tensors;
        this.rank = rank;
        this.scale = scale;
        projections = projections();
        List<Integer> head = shape(HEAD, 2);
        labelCount = head.get(0);
        width = head.get(1);
        if (!shape(HEAD_BIAS, 1).equals(List.of(labelCount))) {
            throw wrong(HEAD_BIAS);
        }
    }

    /**
     * Reads the settings and the header of the matrices.
     *
     * @throws ModelException when a file is missing or broken, or asks for what is not done here; names the file and the place
     */
    public static Adapter read(Path folder) throws ModelException {
        ForeignJson settings = ForeignJson.read(folder.resolve(AdapterFolder.SETTINGS));
        checkKind(settings);
        int rank = settings.integer("r", 1, MOST_RANK).orElseThrow(() -> settings.wrong("r"));
        double alpha = settings.number("lora_alpha").orElseThrow(() -> settings.wrong("lora_alpha"));
        double scale = alpha / (settings.flag("use_rslora", false) ? Math.sqrt(rank) : rank);
        return new Adapter(Safetensors.read(folder.resolve(AdapterFolder.WEIGHTS)), rank, scale);
    }

    /** Refuses what changes the base in another way. */
    private static void checkKind(ForeignJson settings) throws ModelException {
        if (!settings.text("peft_type").orElse("").equals("LORA")) {
            throw settings.wrong("peft_type");
        }
        for (String key : OTHER_KINDS) {
            if (settings.flag(key, false)) {
                throw settings.wrong(key);
            }
        }
        for (String key : PATTERNS) {
            Optional<ForeignJson> pattern = settings.object(key);
            if (pattern.isPresent() && !pattern.get().keys().isEmpty()) {
                throw settings.wrong(key);
            }
        }
        for (String key : PLACES) {
            if (settings.has(key)) {
                throw settings.wrong(key);
            }
        }
        Optional<JsonElement> start = settings.find(START);
        if (start.isPresent()
                && start.get() instanceof JsonPrimitive way
                && way.isString()
                && !PLAIN_STARTS.contains(way.getAsString())) {
            throw settings.wrong(START);
        }
    }

    /** Each tensor has its place, or is refused. */
    private List<Projection> projections() throws ModelException {
        List<Projection> found = new ArrayList<>();
        for (String name : new TreeSet<>(tensors.names())) {
            if (name.startsWith(PREFIX) && name.endsWith(INNER)) {
                String module = name.substring(PREFIX.length(), name.length() - INNER.length());
                List<Integer> inner = shape(name, 2);
                List<Integer> outer = shape(PREFIX + module + OUTER, 2);
                if (inner.get(0) != rank) {
                    throw wrong(name);
                }
                if (outer.get(1) != rank) {
                    throw wrong(PREFIX + module + OUTER);
                }
                found.add(new Projection(module, inner.get(1), outer.get(0)));
            } else if (!isOuter(name) && !name.equals(HEAD) && !name.equals(HEAD_BIAS)) {
                throw wrong(name);
            }
        }
        return List.copyOf(found);
    }

    private boolean isOuter(String name) {
        return name.startsWith(PREFIX)
                && name.endsWith(OUTER)
                && tensors.names().contains(name.substring(0, name.length() - OUTER.length()) + INNER);
    }

    private List<Integer> shape(String name, int dimensions) throws ModelException {
        if (!tensors.names().contains(name)) {
            throw wrong(name);
        }
        List<Integer> shape = tensors.shape(name).stream().map(Long::intValue).toList();
        if (shape.size() != dimensions || shape.stream().anyMatch(size -> size < 1 || size > MOST_WIDTH)) {
            throw wrong(name);
        }
        return shape;
    }

    private ModelException wrong(String name) {
        Object shape = tensors.names().contains(name) ? tensors.shape(name) : "–";
        return new ModelException(NLS.bind(Messages.Adapter_broken, new Object[] {file(), name, shape}));
    }

    /** The file of the matrices. */
    Path file() {
        return tensors.file();
    }

    List<Projection> adapted() {
        return projections;
    }

    int rank() {
        return rank;
    }

    /** How many numbers of a token the head takes. */
    int width() {
        return width;
    }

    /** How many logits a token gets. */
    int labelCount() {
        return labelCount;
    }

    /** {@code Aᵀ}: a row for each number that the projection takes. */
    float[] inner(Projection of) throws ModelException {
        return transposed(tensors.floats(PREFIX + of.module() + INNER), rank, 1);
    }

    /** {@code Bᵀ · scale}: a row for each rank. */
    float[] outer(Projection of) throws ModelException {
        return transposed(tensors.floats(PREFIX + of.module() + OUTER), of.to(), scale);
    }

    /** The matrix of the head: a row for each number that it takes. */
    float[] head() throws ModelException {
        return transposed(tensors.floats(HEAD), labelCount, 1);
    }

    /** What is added to each logit. */
    float[] headBias() throws ModelException {
        return tensors.floats(HEAD_BIAS);
    }

    private static float[] transposed(float[] values, int rowCount, double scale) {
        int columnCount = values.length / rowCount;
        float[] other = new float[values.length];
        for (int row = 0; row < rowCount; row++) {
            for (int column = 0; column < columnCount; column++) {
                other[column * rowCount + row] = (float) (values[row * columnCount + column] * scale);
            }
        }
        return other;
    }
}
