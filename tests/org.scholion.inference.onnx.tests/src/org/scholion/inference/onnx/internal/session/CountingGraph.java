package org.scholion.inference.onnx.internal.session;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** A graph without inputs that counts in a loop, one after the other, and so runs as long as one wants. */
final class CountingGraph {

    static final String OUTPUT = "count";

    private static final int INT64 = TensorProto.DataType.INT64_VALUE;
    private static final int BOOL = TensorProto.DataType.BOOL_VALUE;

    private CountingGraph() {}

    static byte[] of(long times) {
        GraphProto body = GraphProto.newBuilder()
                .setName("body")
                .addInput(scalar("i", INT64))
                .addInput(scalar("before", BOOL))
                .addInput(scalar("sum", INT64))
                .addNode(node("Identity", List.of("before"), "after"))
                .addNode(node("Add", List.of("sum", "one"), "next"))
                .addOutput(scalar("after", BOOL))
                .addOutput(scalar("next", INT64))
                .build();
        GraphProto graph = GraphProto.newBuilder()
                .setName("counting")
                .addInitializer(number("times", times))
                .addInitializer(number("zero", 0))
                .addInitializer(number("one", 1))
                .addInitializer(TensorProto.newBuilder().setName("yes").setDataType(BOOL).addInt32Data(1))
                .addNode(node("Loop", List.of("times", "yes", "zero"), OUTPUT).toBuilder()
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("body")
                                .setType(AttributeProto.AttributeType.GRAPH)
                                .setG(body)))
                .addOutput(scalar(OUTPUT, INT64))
                .build();
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static NodeProto node(String operator, List<String> inputs, String output) {
        return NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(output).build();
    }

    private static TensorProto number(String name, long value) {
        return TensorProto.newBuilder().setName(name).setDataType(INT64).addInt64Data(value).build();
    }

    private static ValueInfoProto scalar(String name, int type) {
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type)
                .setShape(TensorShapeProto.getDefaultInstance())
                .build();
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
    }
}
