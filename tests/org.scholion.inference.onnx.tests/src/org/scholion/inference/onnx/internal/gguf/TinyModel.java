package org.scholion.inference.onnx.internal.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleConsumer;

/** A random model of about 400,000 weights, as a GGUF file and as floats. */
final class TinyModel {

    /** For imports that nobody watches. */
    static final DoubleConsumer NO_PROGRESS = share -> {
        // not looked at
    };

    static final int LAYERS = 2;
    static final int HIDDEN = 256;
    static final int FEED_FORWARD = 256;
    static final int HEADS = 8;
    static final int KEY_HEADS = 4;
    static final int HEAD = 32;
    static final int VOCABULARY = 96;
    static final double EPSILON = 1e-5;
    static final double ROPE_BASE = 10_000;

    final String architecture;
    final Map<String, float[]> weights = new LinkedHashMap<>();
    private final GgufBytes file = new GgufBytes();
    private final Random random;

    /** @param type of the matrices; the second of them is for the values of the attention, so that types can be mixed */
    TinyModel(String architecture, GgufType type, GgufType valueType, boolean tied, long seed) {
        this.architecture = architecture;
        random = new Random(seed);
        settings();
        matrix("token_embd.weight", type, VOCABULARY, HIDDEN);
        for (int layer = 0; layer < LAYERS; layer++) {
            String block = "blk." + layer + ".";
            norm(block + "attn_norm.weight", HIDDEN);
            norm(block + "ffn_norm.weight", HIDDEN);
            matrix(block + "attn_q.weight", type, HEADS * HEAD, HIDDEN);
            matrix(block + "attn_k.weight", type, KEY_HEADS * HEAD, HIDDEN);
            matrix(block + "attn_v.weight", valueType, KEY_HEADS * HEAD, HIDDEN);
            matrix(block + "attn_output.weight", type, HIDDEN, HEADS * HEAD);
            matrix(block + "ffn_gate.weight", type, FEED_FORWARD, HIDDEN);
            matrix(block + "ffn_up.weight", type, FEED_FORWARD, HIDDEN);
            matrix(block + "ffn_down.weight", type, HIDDEN, FEED_FORWARD);
            if ("qwen2".equals(architecture)) {
                norm(block + "attn_q.bias", HEADS * HEAD);
                norm(block + "attn_k.bias", KEY_HEADS * HEAD);
                norm(block + "attn_v.bias", KEY_HEADS * HEAD);
            }
            if ("qwen3".equals(architecture)) {
                norm(block + "attn_q_norm.weight", HEAD);
                norm(block + "attn_k_norm.weight", HEAD);
            }
        }
        norm("output_norm.weight", HIDDEN);
        if (!tied) {
            matrix("output.weight", type, VOCABULARY, HIDDEN);
        }
    }

    private void settings() {
        file.text("general.architecture", architecture)
                .number(architecture + ".block_count", LAYERS)
                .number(architecture + ".context_length", 128)
                .number(architecture + ".embedding_length", HIDDEN)
                .number(architecture + ".feed_forward_length", FEED_FORWARD)
                .number(architecture + ".attention.head_count", HEADS)
                .number(architecture + ".attention.head_count_kv", KEY_HEADS)
                .decimal(architecture + ".attention.layer_norm_rms_epsilon", EPSILON)
                .decimal(architecture + ".rope.freq_base", ROPE_BASE);
        List<Integer> kinds = new ArrayList<>();
        for (int i = 0; i < VOCABULARY; i++) {
            kinds.add(i < 2 ? 3 : 1);
        }
        file.text("tokenizer.ggml.model", "gpt2")
                .text("tokenizer.ggml.pre", "smollm")
                .texts("tokenizer.ggml.tokens", GgufBytes.letters(VOCABULARY))
                .numbers("tokenizer.ggml.token_type", kinds)
                .texts("tokenizer.ggml.merges", List.of("a b", "ab c"))
                .number("tokenizer.ggml.eos_token_id", 1)
                .text("tokenizer.chat_template", "{{ messages[0].content }}");
    }

    private void matrix(String name, GgufType type, int rows, int columns) {
        byte[] bytes = GgmlBlocks.random(type, rows * columns, random);
        file.tensor(name, type.id(), List.of((long) columns, (long) rows), bytes);
        weights.put(name, GgmlBlocks.weights(type, bytes));
    }

    private void norm(String name, int size) {
        float[] numbers = new float[size];
        ByteBuffer bytes =
                ByteBuffer.allocate(4 * size).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            numbers[i] = 0.5f + random.nextFloat();
            bytes.putFloat(numbers[i]);
        }
        file.tensor(name, GgufType.F32.id(), List.of((long) size), bytes.array());
        weights.put(name, numbers);
    }

    GgufBytes file() {
        return file;
    }

    Path write(Path path) {
        return file.write(path);
    }
}
