package org.scholion.inference.onnx.internal.fuse;

import static org.scholion.inference.onnx.internal.fuse.GraphView.input;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Encoders in the form of BERT, as PyTorch wrote them up to opset 16, with attention and the norms of sums as one operator each.
 * ONNX
 * Runtime finds neither when the weights are quantised, and its plain norm is slow. Done only where the whole graph has the form;
 * all other graphs are left as they are.
 *
 * <p>Batches without padding take a way of their own, since attention without a mask is faster.
 */
public final class EncoderFusion {

    /** The graph is read as a whole. */
    private static final long MOST_BYTES = 128L << 20;

    private static final String CONTRIB = "com.microsoft";
    /** Names of new values begin so. */
    private static final String PREFIX = "scholion/";

    private static final String KEYS_MASK = PREFIX + "mask";
    private static final String UNPADDED = PREFIX + "unpadded";

    private final GraphProto graph;
    private final GraphView view;
    private final Map<String, Norm> norms = new HashMap<>();
    private final Map<String, Attention> attentions = new HashMap<>();

    private EncoderFusion(GraphProto graph) {
        this.graph = graph;
        view = new GraphView(graph);
    }

    /** @return the new graph in direct memory, or nothing where the old one is to be used as it is */
    public static Optional<ByteBuffer> of(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            Optional<ModelProto> fused = of(GraphBytes.read(file));
            return fused.isPresent() ? Optional.of(GraphBytes.written(fused.get())) : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty(); // ONNX Runtime says what is wrong
        }
    }

    /** @return the new graph, or nothing where the old one has another form */
    public static Optional<ModelProto> of(ModelProto model) {
        if (model.getFunctionsCount() > 0 || hasForeignParts(model.getGraph())) {
            return Optional.empty();
        }
        EncoderFusion fusion = new EncoderFusion(model.getGraph());
        if (!fusion.hasForm()) {
            return Optional.empty();
        }
        ModelProto.Builder fused = model.toBuilder().setGraph(fusion.fused());
        if (model.getOpsetImportList().stream().noneMatch(set -> set.getDomain().equals(CONTRIB))) {
            fused.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(CONTRIB).setVersion(1));
        }
        return Optional.of(fused.build());
    }

    /** Weights in other files, whose place the bytes alone do not say, and graphs within the graph, which may use any value. */
    private static boolean hasForeignParts(GraphProto graph) {
        return graph.getInitializerList().stream().anyMatch(tensor -> tensor.getExternalDataCount() > 0)
                || graph.getNodeList().stream()
                        .flatMap(node -> node.getAttributeList().stream())
                        .anyMatch(attribute -> attribute.hasG()
                                || attribute.getGraphsCount() > 0
                                || attribute.getT().getExternalDataCount() > 0);
    }

    private boolean hasForm() {
        int softmaxes = 0;
        int means = 0;
        boolean known = true;
        for (NodeProto node : graph.getNodeList()) {
            switch (node.getOpType()) {
                case "Softmax" -> {
                    softmaxes++;
                    Attention.at(node, view).ifPresent(attention -> attentions.put(attention.result(), attention));
                }
                case "ReduceMean" -> means++;
                case "Add" -> {
                    Optional<Norm> norm = Norm.at(node, view);
                    if (norm.isPresent()) {
                        known &= norms.isEmpty() ? isOfEmbeddings(norm.get()) : isOfLayer(norm.get());
                        norms.put(norm.get().result(), norm.get());
                    }
                }
                default -> {
                    // stays
                }
            }
        }
        return known
                && softmaxes > 0
                && attentions.size() == softmaxes
                && norms.size() == 2 * softmaxes + 1
                && means == 2 * norms.size();
    }

    /** The embeddings of words and kinds, which make up the whole form, with those of positions, which are added to each row. */
    private boolean isOfEmbeddings(Norm norm) {
        NodeProto sum = view.maker(norm.first(), "Add");
        return lookedUp(input(sum, 0)).equals("input_ids") && lookedUp(input(sum, 1)).equals("token_type_ids");
    }

    private String lookedUp(String value) {
        NodeProto quantised = view.maker(value, "DequantizeLinear");
        return input(view.maker(quantised.getInputCount() == 0 ? value : input(quantised, 0), "Gather"), 1);
    }

    /** What a layer adds, and what went into it. */
    private boolean isOfLayer(Norm norm) {
        NodeProto biased = view.maker(norm.first(), "Add");
        return norms.containsKey(norm.second())
                && view.vectorSize(input(biased, 0)) == view.vectorSize(norm.gain());
    }

    private GraphProto fused() {
        List<NodeProto> nodes = new ArrayList<>(maskNodes());
        Map<String, NodeProto> anew = new HashMap<>();
        norms.values().forEach(norm -> anew.put(norm.result(), node(norm)));
        attentions.values().forEach(attention -> anew.put(attention.result(), node(attention)));
        graph.getNodeList().forEach(node -> nodes.add(anew.getOrDefault(GraphView.output(node), node)));
        Set<String> needed = new HashSet<>();
        graph.getOutputList().forEach(output -> needed.add(output.getName()));
        attentions.values().forEach(each -> needed.addAll(List.of(each.query(), each.key(), each.value(), KEYS_MASK)));
        List<NodeProto> kept = new ArrayList<>();
        for (NodeProto node : nodes.reversed()) {
            if (node.getOutputList().stream().anyMatch(needed::contains)) {
                needed.addAll(node.getInputList());
                kept.add(node);
            }
        }
        return graph.toBuilder()
                .clearNode()
                .clearValueInfo()
                .clearInitializer()
                .addAllNode(kept.reversed())
                .addAllInitializer(graph.getInitializerList().stream()
                        .filter(tensor -> needed.contains(tensor.getName()))
                        .toList())
                .build();
    }

    /** The mask as attention wants it, and whether it is 1 everywhere. */
    private static List<NodeProto> maskNodes() {
        String least = PREFIX + "least";
        return List.of(
                node("", "Cast", List.of(Attention.MASK), KEYS_MASK, whole("to", TensorProto.DataType.INT32_VALUE)),
                node("", "ReduceMin", List.of(Attention.MASK), least, whole("keepdims", 0)),
                node("", "Cast", List.of(least), UNPADDED, whole("to", TensorProto.DataType.BOOL_VALUE)));
    }

    private static NodeProto node(Norm norm) {
        List<String> inputs = List.of(norm.first(), norm.second(), norm.gain(), norm.shift());
        return node(CONTRIB, "SkipLayerNormalization", inputs, norm.result(), real("epsilon", norm.epsilon()));
    }

    private static NodeProto node(Attention attention) {
        List<String> unmasked = List.of(attention.query(), attention.key(), attention.value());
        List<String> masked = new ArrayList<>(unmasked);
        masked.addAll(List.of(GraphView.NOTHING, KEYS_MASK));
        return node(
                "",
                "If",
                List.of(UNPADDED),
                attention.result(),
                branch("then_branch", attention, unmasked),
                branch("else_branch", attention, masked));
    }

    private static AttributeProto branch(String name, Attention attention, List<String> inputs) {
        String result = PREFIX + name + "/" + attention.result();
        GraphProto.Builder branch = GraphProto.newBuilder().setName(result);
        branch.addNode(node(
                CONTRIB,
                "MultiHeadAttention",
                inputs,
                result,
                whole("num_heads", attention.headCount()),
                real("scale", attention.scale()),
                real("mask_filter_value", attention.masked())));
        branch.addOutputBuilder().setName(result).getTypeBuilder().getTensorTypeBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE);
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(branch)
                .build();
    }

    private static NodeProto node(String domain, String operator, List<String> inputs, String output, AttributeProto... attributes) {
        return NodeProto.newBuilder()
                .setName(output)
                .setDomain(domain)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes))
                .build();
    }

    private static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static AttributeProto real(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }
}
