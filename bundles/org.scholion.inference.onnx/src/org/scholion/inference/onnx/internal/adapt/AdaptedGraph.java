package org.scholion.inference.onnx.internal.adapt;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;
import org.scholion.inference.onnx.internal.fuse.EncoderFusion;
import org.scholion.inference.onnx.internal.fuse.GraphBytes;
import org.scholion.inference.onnx.internal.fuse.GraphView;
import org.scholion.inference.onnx.internal.session.Rewriting;

/** The graph of an encoder with an adapter beside its projections, and the head of the adapter in place of its output. */
public final class AdaptedGraph implements Rewriting {

    /** The graph is read as a whole. */
    private static final long MOST_BYTES = 1L << 30;

    private static final List<String> STATES = List.of("last_hidden_state", "token_embeddings");
    private static final String LOGITS = "logits";
    /** Names of new values begin so. */
    private static final String PREFIX = "scholion/adapter/";

    private final Adapter adapter;

    public AdaptedGraph(Adapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public Optional<ByteBuffer> of(Path file) throws IOException, ModelException {
        ModelProto base = base(file);
        return Optional.of(GraphBytes.written(adapted(EncoderFusion.of(base).orElse(base), file)));
    }

    @Override
    public Optional<ByteBuffer> plain(Path file) throws IOException, ModelException {
        return Optional.of(GraphBytes.written(adapted(base(file), file)));
    }

    private ModelProto base(Path file) throws IOException, ModelException {
        if (Files.size(file) > MOST_BYTES) {
            throw misfit(file, Files.size(file) + " bytes");
        }
        return GraphBytes.read(file);
    }

    /**
     * The graph with the adapter.
     *
     * @param file of the graph, for messages
     * @throws ModelException when a matrix of the adapter has no place in the graph, or another size than that; names both
     */
    ModelProto adapted(ModelProto model, Path file) throws ModelException {
        GraphProto graph = model.getGraph();
        if (graph.getInitializerList().stream().anyMatch(tensor -> tensor.getExternalDataCount() > 0)) {
            throw misfit(file, "external data");
        }
        Map<String, Change> changes = changes(graph, file);
        ValueInfoProto states = states(graph, file);
        GraphProto.Builder anew = graph.toBuilder().clearNode().clearOutput();
        for (NodeProto node : graph.getNodeList()) {
            Change change = changes.get(GraphView.output(node));
            if (change == null) {
                anew.addNode(node);
            } else {
                add(change, node, anew);
            }
        }
        addHead(states, anew);
        return model.toBuilder().setGraph(anew).build();
    }

    /** What is done to a product. */
    private record Change(Projections.Product product, Adapter.Projection projection) {}

    /** The changes by the values that they change. */
    private Map<String, Change> changes(GraphProto graph, Path file) throws ModelException {
        Projections projections = new Projections(graph);
        Map<String, Change> changes = new HashMap<>();
        for (Adapter.Projection adapted : adapter.adapted()) {
            Projections.Product product =
                    projections.find(adapted.module()).orElseThrow(() -> misfit(file, adapted.module()));
            boolean fits = product.from() == adapted.from() && product.to() == adapted.to();
            if (!fits || changes.put(product.value(), new Change(product, adapted)) != null) {
                throw misfit(file, adapted.module() + ' ' + adapted.from() + "×" + adapted.to());
            }
        }
        return changes;
    }

    /** The output that the head reads. */
    private ValueInfoProto states(GraphProto graph, Path file) throws ModelException {
        ValueInfoProto states = graph.getOutputList().stream()
                .filter(output -> STATES.contains(output.getName()) && shape(output).getDimCount() == 3)
                .findFirst()
                .orElseThrow(() -> misfit(file, STATES.getFirst()));
        TensorShapeProto.Dimension width = shape(states).getDim(2);
        if (width.hasDimValue() && width.getDimValue() != adapter.width()) {
            throw misfit(file, "classifier " + adapter.width() + "×" + adapter.labelCount());
        }
        return states;
    }

    private static TensorShapeProto shape(ValueInfoProto value) {
        return value.getType().getTensorType().getShape();
    }

    /** What was there under another name, and the sum under its own. */
    private void add(Change change, NodeProto node, GraphProto.Builder anew) throws ModelException {
        String value = change.product().value();
        String name = PREFIX + value;
        Adapter.Projection projection = change.projection();
        String inner = constant(name + "/A", adapter.inner(projection), projection.from(), adapter.rank(), anew);
        String outer = constant(name + "/B", adapter.outer(projection), adapter.rank(), projection.to(), anew);
        anew.addNode(node.toBuilder().setOutput(0, name + "/base"));
        anew.addNode(node("MatMul", change.product().input(), inner, name + "/inner"));
        anew.addNode(node("MatMul", name + "/inner", outer, name + "/outer"));
        anew.addNode(node("Add", name + "/base", name + "/outer", value));
    }

    private void addHead(ValueInfoProto states, GraphProto.Builder anew) throws ModelException {
        String name = PREFIX + LOGITS;
        String weights = constant(name + "/weight", adapter.head(), adapter.width(), adapter.labelCount(), anew);
        String bias = constant(name + "/bias", adapter.headBias(), 1, adapter.labelCount(), anew);
        anew.addNode(node("MatMul", states.getName(), weights, name + "/product"));
        anew.addNode(node("Add", name + "/product", bias, LOGITS));
        ValueInfoProto.Builder logits = states.toBuilder().setName(LOGITS);
        logits.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().getDimBuilder(2).setDimValue(adapter.labelCount());
        anew.addOutput(logits);
    }

    private static NodeProto node(String operator, String first, String second, String output) {
        return NodeProto.newBuilder()
                .setName(output)
                .setOpType(operator)
                .addInput(first)
                .addInput(second)
                .addOutput(output)
                .build();
    }

    private static String constant(String name, float[] values, int rowCount, int columnCount, GraphProto.Builder anew) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        anew.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(rowCount)
                .addDims(columnCount)
                .setRawData(ByteString.copyFrom(bytes)));
        return name;
    }

    private ModelException misfit(Path graph, String place) {
        return new ModelException(NLS.bind(Messages.Adapter_misfit, new Object[] {adapter.file(), graph, place}));
    }
}
