package org.scholion.inference.onnx.internal.gguf;

import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;

/**
 * Sizes of a decoder.
 *
 * @param architecture "llama", "qwen2" or "qwen3"
 * @param context the longest text, in tokens
 * @param ropeBase of the rotary positions, {@code theta}
 * @param ropeScale by which positions are divided
 */
record DecoderShape(
        String architecture,
        int layerCount,
        int hiddenSize,
        int feedForwardSize,
        int headCount,
        int keyValueHeadCount,
        int headSize,
        int vocabularySize,
        int context,
        double epsilon,
        double ropeBase,
        double ropeScale) {

    /** Longer texts are not offered: the tables of positions alone would take over 64 MB. */
    private static final int MAX_CONTEXT = 131_072;

    private static final int MAX_SIZE = 1 << 17;

    /** @throws ModelException names the file and what is missing, impossible or not supported */
    static DecoderShape of(GgufFile file) throws ModelException {
        GgufValues values = file.values();
        String architecture = values.text("general.architecture");
        switch (architecture) {
            case "llama", "qwen2", "qwen3" -> {
                // these are known
            }
            default -> throw notSupported(file, "general.architecture " + architecture);
        }
        String prefix = architecture + ".";
        if (values.number(prefix + "expert_count", 0, Integer.MAX_VALUE, 0) > 0) {
            throw notSupported(file, prefix + "expert_count");
        }
        GgufTensor embedding = file.tensor("token_embd.weight");
        int hidden = values.number(prefix + "embedding_length", 1, MAX_SIZE);
        int heads = values.number(prefix + "attention.head_count", 1, 1024);
        int keyValueHeads = values.number(prefix + "attention.head_count_kv", 1, heads, heads);
        int headSize = values.number(prefix + "attention.key_length", 1, 1024, hidden / heads);
        int ropeSize = values.number(prefix + "rope.dimension_count", 1, 1024, headSize);
        int valueSize = values.number(prefix + "attention.value_length", 1, 1024, headSize);
        if (heads % keyValueHeads != 0 || headSize % 16 != 0 || ropeSize != headSize || valueSize != headSize) {
            throw notSupported(file, headSize + "/" + valueSize + "/" + ropeSize + " (" + prefix + "attention)");
        }
        return new DecoderShape(
                architecture,
                values.number(prefix + "block_count", 1, 1024),
                hidden,
                values.number(prefix + "feed_forward_length", 1, MAX_SIZE),
                heads,
                keyValueHeads,
                headSize,
                embedding.rowCount(),
                Math.min(MAX_CONTEXT, values.number(prefix + "context_length", 1, Integer.MAX_VALUE)),
                values.positive(prefix + "attention.layer_norm_rms_epsilon"),
                values.positive(prefix + "rope.freq_base", 10_000),
                ropeScale(file, prefix));
    }

    private static double ropeScale(GgufFile file, String prefix) throws ModelException {
        GgufValues values = file.values();
        String kind = values.findText(prefix + "rope.scaling.type").orElse("none");
        return switch (kind) {
            case "none" -> values.positive(prefix + "rope.scale_linear", 1);
            case "linear" -> values.positive(prefix + "rope.scaling.factor");
            default -> throw notSupported(file, prefix + "rope.scaling.type " + kind);
        };
    }

    private static ModelException notSupported(GgufFile file, String what) {
        return new ModelException(NLS.bind(Messages.Gguf_notSupported, file.path(), what));
    }

    /** Numbers of the queries of one position. */
    int querySize() {
        return headCount * headSize;
    }

    /** Numbers of the keys, or of the values, of one position. */
    int keySize() {
        return keyValueHeadCount * headSize;
    }

    /** Whether llama.cpp has the rows of queries and keys in pairs; the others keep the order of the original. */
    boolean isInterleaved() {
        return "llama".equals(architecture);
    }

    /** Whether queries and keys are normalised head by head. */
    boolean normalisesHeads() {
        return "qwen3".equals(architecture);
    }
}
