package org.scholion.inference.onnx.internal.fuse;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A small encoder with random weights, written as PyTorch wrote BERT up to opset 16. */
public final class OldBert {

    private static final int WORDS = 50;
    private static final int MOST_TOKENS = 16;
    private static final int HEADS = 2;
    private static final int HEAD_SIZE = 4;
    /** How many numbers a token has. */
    public static final int WIDTH = HEADS * HEAD_SIZE;
    private static final int OPSET = 11;
    private static final int IR_VERSION = 6;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("encoder");
    private final Random random = new Random(7);
    private int values;

    private OldBert() {}

    /** @param divisor what the products of queries and keys are divided by */
    public static ModelProto model(int layers, float divisor) {
        OldBert bert = new OldBert();
        for (String input : List.of("input_ids", "attention_mask", "token_type_ids")) {
            bert.graph.addInput(info(input, TensorProto.DataType.INT64, "rows", "tokens"));
        }
        String mask = bert.mask();
        String states = bert.embeddings();
        for (int i = 0; i < layers; i++) {
            states = bert.layer(states, mask, divisor, "/encoder/layer." + i);
        }
        bert.graph.addNode(NodeProto.newBuilder().setOpType("Identity").addInput(states).addOutput("last_hidden_state"));
        bert.graph.addOutput(info("last_hidden_state", TensorProto.DataType.FLOAT, "rows", "tokens", "width"));
        ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(IR_VERSION).setGraph(bert.graph);
        model.addOpsetImportBuilder().setVersion(OPSET);
        return model.build();
    }

    private static ValueInfoProto info(String name, TensorProto.DataType type, String... dimensions) {
        ValueInfoProto.Builder info = ValueInfoProto.newBuilder().setName(name);
        var tensor = info.getTypeBuilder().getTensorTypeBuilder().setElemType(type.getNumber());
        for (String dimension : dimensions) {
            tensor.getShapeBuilder().addDimBuilder().setDimParam(dimension);
        }
        return info.build();
    }

    private String mask() {
        String wide = node("Unsqueeze", List.of(node("Unsqueeze", List.of("attention_mask"), longs("axes", 1))), longs("axes", 2));
        String inverse = node("Sub", List.of(number(1), node("Cast", List.of(wide), whole("to", TensorProto.DataType.FLOAT_VALUE))));
        return node("Mul", List.of(inverse, number(-Float.MAX_VALUE)));
    }

    private String embeddings() {
        String words = node("Gather", List.of(weights(WORDS, WIDTH), "input_ids"));
        String kinds = node("Gather", List.of(weights(2, WIDTH), "token_type_ids"));
        String length = node("Unsqueeze", List.of(dimension("input_ids", 1)), longs("axes", 0));
        long[] numbers = new long[MOST_TOKENS];
        Arrays.setAll(numbers, i -> i);
        String positions = node("Slice", List.of(constant(numbers, 1, MOST_TOKENS), vector(0), length, vector(1), vector(1)));
        String places = node("Gather", List.of(weights(MOST_TOKENS, WIDTH), positions));
        return norm(node("Add", List.of(node("Add", List.of(words, kinds)), places)));
    }

    private String layer(String states, String mask, float divisor, String name) {
        String query = heads(dense(states, WIDTH, WIDTH, name + "/attention/self/query"), 0, 2, 1, 3);
        String key = heads(dense(states, WIDTH, WIDTH, name + "/attention/self/key"), 0, 2, 3, 1);
        String value = heads(dense(states, WIDTH, WIDTH, name + "/attention/self/value"), 0, 2, 1, 3);
        String products = node("Div", List.of(node("MatMul", List.of(query, key)), number(divisor)));
        String shares = node("Softmax", List.of(node("Add", List.of(products, mask))), whole("axis", 3));
        String back = node("Transpose", List.of(node("MatMul", List.of(shares, value))), longs("perm", 0, 2, 1, 3));
        String joined = node("Reshape", List.of(back, shape(back, WIDTH)));
        String attended = norm(node("Add", List.of(dense(joined, WIDTH, WIDTH, name + "/attention/output/dense"), states)));
        String inner = node("Relu", List.of(dense(attended, WIDTH, 2 * WIDTH, name + "/intermediate/dense")));
        return norm(node("Add", List.of(dense(inner, 2 * WIDTH, WIDTH, name + "/output/dense"), attended)));
    }

    private String heads(String of, long... order) {
        return node("Transpose", List.of(node("Reshape", List.of(of, shape(of, HEADS, HEAD_SIZE)))), longs("perm", order));
    }

    private String shape(String of, long... rest) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            parts.add(node("Unsqueeze", List.of(dimension(of, i)), longs("axes", 0)));
        }
        for (long each : rest) {
            parts.add(vector(each));
        }
        return node("Concat", parts, whole("axis", 0));
    }

    private String dimension(String of, long index) {
        return node("Gather", List.of(node("Shape", List.of(of)), constant(new long[] {index})), whole("axis", 0));
    }

    private String dense(String of, int from, int to, String module) {
        String product = module + "/MatMul_output_0";
        add("MatMul", List.of(of, weights(from, to)), product);
        return node("Add", List.of(weights(to), product));
    }

    private String norm(String sum) {
        String difference = node("Sub", List.of(sum, node("ReduceMean", List.of(sum), longs("axes", -1))));
        String square = node("Pow", List.of(difference, number(2)));
        String variance = node("ReduceMean", List.of(square), longs("axes", -1));
        String deviation = node("Sqrt", List.of(node("Add", List.of(variance, number(1e-12f)))));
        String scaled = node("Mul", List.of(node("Div", List.of(difference, deviation)), weights(WIDTH)));
        return node("Add", List.of(scaled, weights(WIDTH)));
    }

    private String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String output = "value" + values++;
        add(operator, inputs, output, attributes);
        return output;
    }

    private void add(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
    }

    private String weights(int... dimensions) {
        TensorProto.Builder tensor = tensor(TensorProto.DataType.FLOAT);
        for (int dimension : dimensions) {
            tensor.addDims(dimension);
        }
        for (int i = 0; i < Arrays.stream(dimensions).reduce(1, (one, other) -> one * other); i++) {
            tensor.addFloatData((float) random.nextGaussian());
        }
        return constant(tensor);
    }

    private String number(float value) {
        return constant(tensor(TensorProto.DataType.FLOAT).addFloatData(value));
    }

    private String vector(long value) {
        return constant(new long[] {value}, 1);
    }

    private String constant(long[] numbers, long... dimensions) {
        TensorProto.Builder tensor = tensor(TensorProto.DataType.INT64);
        Arrays.stream(dimensions).forEach(tensor::addDims);
        Arrays.stream(numbers).forEach(tensor::addInt64Data);
        return constant(tensor);
    }

    private TensorProto.Builder tensor(TensorProto.DataType type) {
        return TensorProto.newBuilder().setName("value" + values++).setDataType(type.getNumber());
    }

    private String constant(TensorProto.Builder tensor) {
        graph.addInitializer(tensor);
        return tensor.getName();
    }

    private static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INT).setI(value).build();
    }

    private static AttributeProto longs(String name, long... numbers) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        Arrays.stream(numbers).forEach(attribute::addInts);
        return attribute.build();
    }
}
