package org.scholion.inference.onnx.internal.gguf;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An ONNX graph that grows. Values are known by name; a node is named as its first output. */
final class Graph {

    /** The operators of ONNX. */
    static final String ONNX = "";

    /** The operators that only ONNX Runtime has. */
    static final String CONTRIB = "com.microsoft";

    private static final int OPSET = 21;
    private static final int IR_VERSION = 10;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("decoder");
    private final Set<String> constants = new HashSet<>();

    /** Adds a node. @param inputs empty names stand for inputs that are left out @return the first output */
    String node(
            String domain, String operator, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setName(outputs.get(0))
                .setDomain(domain)
                .setOpType(operator)
                .addAllInput(inputs)
                .addAllOutput(outputs)
                .addAllAttribute(List.of(attributes)));
        return outputs.get(0);
    }

    /** A node of ONNX with one output. */
    String node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        return node(ONNX, operator, inputs, List.of(output), attributes);
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto attribute(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    /** A constant that is stored elsewhere. */
    String constant(TensorProto tensor) {
        if (constants.add(tensor.getName())) {
            graph.addInitializer(tensor);
        }
        return tensor.getName();
    }

    /** A vector of whole numbers. */
    String longs(String name, long... values) {
        return constant(whole(name, values).addDims(values.length).build());
    }

    /** One whole number. */
    String scalar(String name, long value) {
        return constant(whole(name, value).build());
    }

    private static TensorProto.Builder whole(String name, long... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.INT64.getNumber());
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return tensor;
    }

    /** A small array of numbers, stored in the graph. */
    String floats(String name, float[] values, long... dimensions) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        return constant(tensor.build());
    }

    /** @param shape Integer for fixed and String for free dimensions */
    void input(String name, TensorProto.DataType type, Object... shape) {
        graph.addInput(value(name, type, shape));
    }

    /** The same for an output. */
    void output(String name, TensorProto.DataType type, Object... shape) {
        graph.addOutput(value(name, type, shape));
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, Object... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (Object dimension : shape) {
            if (dimension instanceof Integer size) {
                dimensions.addDimBuilder().setDimValue(size);
            } else {
                dimensions.addDimBuilder().setDimParam(dimension.toString());
            }
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(dimensions)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    ModelProto model() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("Scholion")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(ONNX).setVersion(OPSET))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(CONTRIB).setVersion(1))
                .setGraph(graph)
                .build();
    }
}
