package org.scholion.inference.onnx.internal.fuse;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph by its values: who makes one, who uses it, which are constant. What is not there is an empty node, value or list, so
 * that a
 * pattern can be followed to its end and judged there.
 */
public final class GraphView {

    /** The value that is not there. */
    static final String NOTHING = "";

    private static final NodeProto NO_NODE = NodeProto.getDefaultInstance();

    private final Map<String, NodeProto> makers = new HashMap<>();
    private final Map<String, List<NodeProto>> users = new HashMap<>();
    private final Map<String, TensorProto> constants = new HashMap<>();

    public GraphView(GraphProto graph) {
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        for (NodeProto node : graph.getNodeList()) {
            node.getOutputList().forEach(output -> makers.put(output, node));
            node.getInputList().forEach(input -> users.computeIfAbsent(input, key -> new ArrayList<>()).add(node));
            if (node.getOpType().equals("Constant") && node.getAttributeCount() == 1 && node.getAttribute(0).hasT()) {
                constants.put(output(node), node.getAttribute(0).getT());
            }
        }
    }

    /** The node of ONNX that makes a value. */
    public NodeProto maker(String value, String operator) {
        NodeProto node = makers.getOrDefault(value, NO_NODE);
        return is(node, operator) ? node : NO_NODE;
    }

    /** The first node of ONNX whose first input a value is. */
    NodeProto user(String value, String operator) {
        return users.getOrDefault(value, List.of()).stream()
                .filter(node -> is(node, operator) && input(node, 0).equals(value))
                .findFirst()
                .orElse(NO_NODE);
    }

    /** The node of ONNX that alone uses a value, as one of its inputs. */
    public NodeProto onlyUser(String value, String operator) {
        List<NodeProto> all = users.getOrDefault(value, List.of());
        return all.size() == 1 && is(all.getFirst(), operator) ? all.getFirst() : NO_NODE;
    }

    private static boolean is(NodeProto node, String operator) {
        return node.getOpType().equals(operator) && node.getDomain().isEmpty();
    }

    /** An input of a node; {@link #NOTHING} where it has fewer. */
    public static String input(NodeProto node, int index) {
        return index < node.getInputCount() ? node.getInput(index) : NOTHING;
    }

    /** The first output of a node. */
    public static String output(NodeProto node) {
        return node.getOutputCount() == 0 ? NOTHING : node.getOutput(0);
    }

    /** Whole numbers that a node has as an attribute. */
    static List<Long> numbers(NodeProto node, String attribute) {
        for (AttributeProto each : node.getAttributeList()) {
            if (each.getName().equals(attribute)) {
                return each.hasI() ? List.of(each.getI()) : each.getIntsList();
            }
        }
        return List.of();
    }

    /** Axes that a node has as an attribute or, since a later version of ONNX, as its second input. */
    List<Long> axes(NodeProto node) {
        List<Long> axes = numbers(node, "axes");
        return axes.isEmpty() ? longs(input(node, 1)) : axes;
    }

    /** How many numbers a constant vector has; 0 for all else. */
    public long vectorSize(String value) {
        TensorProto tensor = constants.get(value);
        return tensor != null && tensor.getDimsCount() == 1 ? tensor.getDims(0) : 0;
    }

    /** The dimensions of a constant with two of them and numbers of one of the types; empty for all else. */
    public List<Long> matrix(String value, TensorProto.DataType... types) {
        TensorProto tensor = constants.get(value);
        boolean fits = tensor != null
                && tensor.getDimsCount() == 2
                && Arrays.stream(types).anyMatch(type -> type.getNumber() == tensor.getDataType());
        return fits && tensor != null ? tensor.getDimsList() : List.of();
    }

    /** The value of a constant that is one number; NaN for all else. */
    float number(String value) {
        TensorProto tensor = constants.get(value);
        if (tensor == null || tensor.getDataType() != TensorProto.DataType.FLOAT.getNumber() || size(tensor) != 1) {
            return Float.NaN;
        }
        if (tensor.getFloatDataCount() == 1) {
            return tensor.getFloatData(0);
        }
        return tensor.getRawData().size() == Float.BYTES ? bytes(tensor).getFloat() : Float.NaN;
    }

    /** The numbers of a small constant. */
    List<Long> longs(String value) {
        TensorProto tensor = constants.get(value);
        if (tensor == null || tensor.getDataType() != TensorProto.DataType.INT64.getNumber() || size(tensor) > 4) {
            return List.of();
        }
        if (tensor.getInt64DataCount() > 0) {
            return tensor.getInt64DataList();
        }
        List<Long> numbers = new ArrayList<>();
        for (ByteBuffer bytes = bytes(tensor); bytes.remaining() >= Long.BYTES; ) {
            numbers.add(bytes.getLong());
        }
        return numbers;
    }

    private static ByteBuffer bytes(TensorProto tensor) {
        return tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long size(TensorProto tensor) {
        return tensor.getDimsList().stream().reduce(1L, (one, other) -> one * other);
    }
}
