package org.scholion.inference.onnx.internal.gguf;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.Optional;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.gguf.Conversion.Rows;
import org.scholion.inference.onnx.internal.gguf.Weights.Matrix;

/**
 * The decoder as a graph. Inputs are {@code input_ids} [batch, sequence], {@code attention_mask} [batch, total],
 * {@code num_logits_to_keep} (a scalar: logits of the last so many positions, 0 for all) and
 * {@code past_key_values.N.key/value} [batch, heads, past, head size]; outputs are {@code logits} and {@code present.N.key/value}.
 */
final class DecoderGraph {

    private final DecoderShape shape;
    private final GgufFile file;
    private final Graph graph;
    private final Weights weights;
    private final float epsilon;

    DecoderGraph(DecoderShape shape, GgufFile file, Graph graph, Weights weights) {
        this.shape = shape;
        this.file = file;
        this.graph = graph;
        this.weights = weights;
        epsilon = (float) shape.epsilon();
    }

    /** Adds everything; {@code cosines} and {@code sines} are constants of the graph. */
    void build(String cosines, String sines) throws ModelException {
        inputs();
        positions();
        Matrix embedding = matrix("embedding", "token_embd.weight", shape.vocabularySize(), shape.hiddenSize());
        String rows = weights.lookup(embedding, "input_ids", "embeddings");
        String hidden = graph.node("Reshape", List.of(rows, flat(shape.hiddenSize())), "hidden");
        String normed = graph.node(
                "SimplifiedLayerNormalization",
                List.of(hidden, weights.vector("blk.0.attn_norm.weight", shape.hiddenSize())),
                "layer.0/normed",
                Graph.attribute("axis", -1),
                Graph.attribute("epsilon", epsilon));
        Residual state = new Residual(hidden, normed);
        for (int layer = 0; layer < shape.layerCount(); layer++) {
            state = layer(layer, state, cosines, sines);
        }
        logits(state.normed(), embedding);
    }

    /** The sum so far, and what the next product reads of it. */
    private record Residual(String hidden, String normed) {}

    private void inputs() {
        graph.input("input_ids", DataType.INT64, "batch", "sequence");
        graph.input("attention_mask", DataType.INT64, "batch", "total");
        graph.input("num_logits_to_keep", DataType.INT64);
        graph.output("logits", DataType.FLOAT, "batch", "kept", shape.vocabularySize());
        for (int layer = 0; layer < shape.layerCount(); layer++) {
            for (String part : List.of("key", "value")) {
                graph.input(past(layer, part), DataType.FLOAT, cache("past"));
                graph.output(present(layer, part), DataType.FLOAT, cache("present"));
            }
        }
    }

    private Object[] cache(String length) {
        return new Object[] {"batch", shape.keyValueHeadCount(), length, shape.headSize()};
    }

    private static String past(int layer, String part) {
        return "past_key_values." + layer + "." + part;
    }

    private static String present(int layer, String part) {
        return "present." + layer + "." + part;
    }

    /** What the attention wants to know: the last position of each text, and the longest length. */
    private void positions() {
        String axis = graph.longs("one", 1);
        String lengths =
                graph.node("ReduceSum", List.of("attention_mask", axis), "mask/sum", Graph.attribute("keepdims", 0));
        String last = graph.node("Sub", List.of(lengths, axis), "mask/last");
        int int32 = DataType.INT32.getNumber();
        graph.node("Cast", List.of(last), "last_positions", Graph.attribute("to", int32));
        String size = graph.node(
                "Shape",
                List.of("attention_mask"),
                "mask/size",
                Graph.attribute("start", 1),
                Graph.attribute("end", 2));
        String total = graph.node("Squeeze", List.of(size), "mask/total");
        graph.node("Cast", List.of(total), "total_length", Graph.attribute("to", int32));
        graph.node("Shape", List.of("input_ids"), "ids/shape");
        graph.node(
                "Concat",
                List.of("ids/shape", graph.longs("rest", -1)),
                "shape.sequence",
                Graph.attribute("axis", 0));
    }

    private String flat(int size) {
        return graph.longs("shape.flat." + size, -1, size);
    }

    private Residual layer(int layer, Residual state, String cosines, String sines) throws ModelException {
        String name = "layer." + layer;
        String block = "blk." + layer + ".";
        List<String> states = heads(name, block, state.normed());
        String attended = graph.node(
                Graph.CONTRIB,
                "GroupQueryAttention",
                List.of(
                        states.get(0),
                        states.get(1),
                        states.get(2),
                        past(layer, "key"),
                        past(layer, "value"),
                        "last_positions",
                        "total_length",
                        cosines,
                        sines),
                List.of(name + "/attended", present(layer, "key"), present(layer, "value")),
                Graph.attribute("num_heads", shape.headCount()),
                Graph.attribute("kv_num_heads", shape.keyValueHeadCount()),
                Graph.attribute("do_rotary", 1),
                Graph.attribute("rotary_interleaved", 0),
                Graph.attribute("scale", (float) (1 / Math.sqrt(shape.headSize()))));
        String flattened =
                graph.node("Reshape", List.of(attended, flat(shape.querySize())), name + "/attended/flat");
        Matrix output = matrix(name + ".output", block + "attn_output.weight", shape.hiddenSize(), shape.querySize());
        String projected =
                weights.product(output, flattened, bias(block + "attn_output.bias", shape.hiddenSize()));
        Residual middle = add(name + "/middle", state.hidden(), projected, block + "ffn_norm.weight");
        String next = layer + 1 < shape.layerCount()
                ? "blk." + (layer + 1) + ".attn_norm.weight"
                : "output_norm.weight";
        return add(name + "/end", middle.hidden(), feedForward(name, block, middle.normed()), next);
    }

    /** Queries, keys and values with three dimensions; or all in the first of the list, the others empty. */
    private List<String> heads(String name, String block, String input) throws ModelException {
        int head = shape.isInterleaved() ? shape.headSize() : 0;
        List<Rows> all = List.of(
                weights.rows(block + "attn_q.weight", shape.querySize(), shape.hiddenSize(), head),
                weights.rows(block + "attn_k.weight", shape.keySize(), shape.hiddenSize(), head),
                weights.rows(block + "attn_v.weight", shape.keySize(), shape.hiddenSize(), 0));
        List<String> biases = List.of(block + "attn_q.bias", block + "attn_k.bias", block + "attn_v.bias");
        if (Weights.areAlike(all) && !shape.normalisesHeads()) {
            Matrix joined = weights.matrix(name + ".qkv", all);
            String product = weights.product(joined, input, joinedBias(name, biases));
            return List.of(sequence(product), "", "");
        }
        List<String> parts = List.of("query", "key", "value");
        String[] states = new String[3];
        for (int i = 0; i < 3; i++) {
            int size = all.get(i).tensor().rowCount();
            Matrix matrix = weights.matrix(name + "." + parts.get(i), List.of(all.get(i)));
            Optional<String> bias = file.find(biases.get(i)).isPresent()
                    ? Optional.of(graph.floats(biases.get(i), bias(i, biases.get(i), size), size))
                    : Optional.empty();
            String product = weights.product(matrix, input, bias);
            states[i] = sequence(i < 2 && shape.normalisesHeads() ? normalised(block, i, product) : product);
        }
        return List.of(states);
    }

    /** The biases of queries, keys and values one after the other, or nothing where there are none. */
    private Optional<String> joinedBias(String name, List<String> biases) throws ModelException {
        if (biases.stream().noneMatch(bias -> file.find(bias).isPresent())) {
            return Optional.empty();
        }
        float[] joined = new float[shape.querySize() + 2 * shape.keySize()];
        int at = 0;
        for (int i = 0; i < 3; i++) {
            int size = i == 0 ? shape.querySize() : shape.keySize();
            System.arraycopy(bias(i, biases.get(i), size), 0, joined, at, size);
            at += size;
        }
        return Optional.of(graph.floats(name + ".qkv.bias", joined, joined.length));
    }

    /** A bias, in the order of the rows. */
    private float[] bias(int part, String tensor, int size) throws ModelException {
        float[] numbers = weights.numbers(tensor, size);
        if (part == 2 || !shape.isInterleaved()) {
            return numbers;
        }
        Rows order = new Rows(file.tensor(tensor), shape.headSize());
        float[] ordered = new float[size];
        for (int i = 0; i < size; i++) {
            int inHead = i % shape.headSize();
            ordered[i] = numbers[i - inHead + order.source(inHead)];
        }
        return ordered;
    }

    private Optional<String> bias(String tensor, int size) throws ModelException {
        return file.find(tensor).isPresent() ? Optional.of(weights.vector(tensor, size)) : Optional.empty();
    }

    private String normalised(String block, int part, String states) throws ModelException {
        String tensor = block + (part == 0 ? "attn_q_norm.weight" : "attn_k_norm.weight");
        String heads = graph.node("Reshape", List.of(states, flat(shape.headSize())), states + "/heads");
        return graph.node(
                "SimplifiedLayerNormalization",
                List.of(heads, weights.vector(tensor, shape.headSize())),
                states + "/normed",
                Graph.attribute("axis", -1),
                Graph.attribute("epsilon", epsilon));
    }

    private String sequence(String value) {
        return graph.node("Reshape", List.of(value, "shape.sequence"), value + "/sequence");
    }

    private String feedForward(String name, String block, String input) throws ModelException {
        int size = shape.feedForwardSize();
        List<Rows> both = List.of(
                weights.rows(block + "ffn_gate.weight", size, shape.hiddenSize(), 0),
                weights.rows(block + "ffn_up.weight", size, shape.hiddenSize(), 0));
        String gate = name + "/gate";
        String up = name + "/up";
        if (Weights.areAlike(both)) {
            String joined = weights.product(weights.matrix(name + ".gate_up", both), input, Optional.empty());
            graph.node(
                    Graph.ONNX,
                    "Split",
                    List.of(joined),
                    List.of(gate, up),
                    Graph.attribute("axis", -1),
                    Graph.attribute("num_outputs", 2));
        } else {
            gate = weights.product(weights.matrix(name + ".gate", both.subList(0, 1)), input, Optional.empty());
            up = weights.product(weights.matrix(name + ".up", both.subList(1, 2)), input, Optional.empty());
        }
        String activated = graph.node(
                Graph.CONTRIB, "QuickGelu", List.of(gate), List.of(name + "/active"), Graph.attribute("alpha", 1f));
        String inner = graph.node("Mul", List.of(activated, up), name + "/inner");
        Matrix down = matrix(name + ".down", block + "ffn_down.weight", shape.hiddenSize(), size);
        return weights.product(down, inner, Optional.empty());
    }

    private Residual add(String name, String hidden, String change, String norm) throws ModelException {
        graph.node(
                Graph.CONTRIB,
                "SkipSimplifiedLayerNormalization",
                List.of(hidden, change, weights.vector(norm, shape.hiddenSize())),
                List.of(name + "/normed", "", "", name),
                Graph.attribute("epsilon", epsilon));
        return new Residual(name, name + "/normed");
    }

    private void logits(String normed, Matrix embedding) throws ModelException {
        int size = shape.hiddenSize();
        String shaped = graph.node(
                "Concat",
                List.of("ids/shape", graph.longs("size", size)),
                "shape.hidden",
                Graph.attribute("axis", 0));
        String states = graph.node("Reshape", List.of(normed, shaped), "states");
        String start = graph.node("Neg", List.of("num_logits_to_keep"), "kept/start");
        String starts = graph.node("Reshape", List.of(start, graph.longs("rest", -1)), "kept/starts");
        List<String> ends = List.of(states, starts, graph.longs("end", Long.MAX_VALUE), graph.longs("one", 1));
        String kept = graph.node("Slice", ends, "kept");
        String flat = graph.node("Reshape", List.of(kept, flat(size)), "kept/flat");
        Matrix head = file.find("output.weight").isPresent()
                ? matrix("head", "output.weight", shape.vocabularySize(), size)
                : embedding;
        String logits = weights.product(head, flat, Optional.empty());
        String keptShape = graph.node(
                "Shape", List.of(kept), "kept/shape", Graph.attribute("start", 0), Graph.attribute("end", 2));
        String target = graph.node(
                "Concat", List.of(keptShape, graph.longs("rest", -1)), "shape.logits", Graph.attribute("axis", 0));
        graph.node("Reshape", List.of(logits, target), "logits");
    }

    private Matrix matrix(String name, String tensor, int rowCount, int columns) throws ModelException {
        return weights.matrix(name, List.of(weights.rows(tensor, rowCount, columns, 0)));
    }
}
