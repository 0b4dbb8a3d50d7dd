package org.scholion.inference.onnx.internal.fuse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.onnx.internal.TinyModels;

/** The weights are floats here, so that nothing but the order of sums may differ. */
class EncoderFusionTest {

    private static final float NEAR = 1e-4f;
    private static final int LAYERS = 2;
    private static final ModelProto MODEL = OldBert.model(LAYERS, 2);

    @Test
    void rowsOfOneLengthGiveTheSame() throws Exception {
        assertSame(new long[][] {{1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}});
    }

    @Test
    void paddedRowsGiveTheSame() throws Exception {
        assertSame(new long[][] {{1, 1, 1, 1, 1, 1}, {1, 1, 1, 0, 0, 0}, {1, 0, 0, 0, 0, 0}});
    }

    @Test
    void anotherScaleGivesTheSame() throws Exception {
        ModelProto model = OldBert.model(1, 0.7f);
        assertSame(model, EncoderFusion.of(model).orElseThrow(), new long[][] {{1, 1, 1, 1}, {1, 1, 1, 0}});
    }

    @Test
    void eachLayerHasOneAttentionAndTwoNorms() {
        GraphProto fused = EncoderFusion.of(MODEL).orElseThrow().getGraph();
        assertEquals(LAYERS, count(fused, "If"));
        assertEquals(2 * LAYERS + 1, count(fused, "SkipLayerNormalization"));
        assertEquals(0, count(fused, "Softmax"));
        assertEquals(0, count(fused, "ReduceMean"));
        assertTrue(fused.getInitializerCount() < MODEL.getGraph().getInitializerCount());
    }

    @Test
    void aFileIsReadAndWritten(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("model.onnx"), MODEL.toByteArray());
        ByteBuffer fused = EncoderFusion.of(file).orElseThrow();
        assertEquals(EncoderFusion.of(MODEL).orElseThrow(), ModelProto.parseFrom(fused));
    }

    @Test
    void aFileThatIsNoGraphIsLeftAlone(@TempDir Path folder) throws Exception {
        assertTrue(EncoderFusion.of(Files.writeString(folder.resolve("model.onnx"), "no graph at all")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-bert-mean", "tiny-bert-multi", "tiny-bert-tags"})
    void otherGraphsAreLeftAlone(String name) throws Exception {
        assertTrue(EncoderFusion.of(TinyModels.folder(name).resolve("onnx/model.onnx")).isEmpty());
    }

    @Test
    void aSoftmaxElsewhereLeavesTheGraphAlone() {
        assertLeftAlone(MODEL.getGraph().toBuilder()
                .addNode(NodeProto.newBuilder().setOpType("Softmax").addInput("last_hidden_state").addOutput("shares")));
    }

    @Test
    void weightsInOtherFilesLeaveTheGraphAlone() {
        GraphProto.Builder graph = MODEL.getGraph().toBuilder();
        graph.getInitializerBuilder(0)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalDataBuilder()
                .setKey("location")
                .setValue("weights");
        assertLeftAlone(graph);
    }

    @Test
    void aNodeThatIsNotAsInThePatternIsKept() {
        for (int i = 0; i < MODEL.getGraph().getNodeCount(); i++) {
            NodeProto node = MODEL.getGraph().getNode(i);
            assertKept(i, node.toBuilder().setOpType("Other"));
            assertKept(i, node.toBuilder().clearInput().addAllInput(node.getInputList().reversed()));
            if (node.getAttributeCount() > 0) {
                NodeProto.Builder changed = node.toBuilder();
                AttributeProto.Builder attribute = changed.getAttributeBuilder(0);
                if (attribute.hasI()) {
                    attribute.setI(attribute.getI() + 1);
                } else {
                    attribute.setInts(0, attribute.getInts(0) + 1);
                }
                assertKept(i, changed);
            }
        }
    }

    /** Either the whole graph is left alone, or the node lies between the patterns. */
    private static void assertKept(int index, NodeProto.Builder changed) {
        NodeProto node = changed.build();
        boolean same = node.equals(MODEL.getGraph().getNode(index));
        ModelProto model = MODEL.toBuilder()
                .setGraph(MODEL.getGraph().toBuilder().setNode(index, node))
                .build();
        Optional<ModelProto> fused = EncoderFusion.of(model);
        assertTrue(same || fused.isEmpty() || fused.get().getGraph().getNodeList().contains(node), node.toString());
    }

    private static void assertLeftAlone(GraphProto.Builder graph) {
        assertTrue(EncoderFusion.of(MODEL.toBuilder().setGraph(graph).build()).isEmpty());
    }

    private static long count(GraphProto graph, String operator) {
        return graph.getNodeList().stream().filter(node -> node.getOpType().equals(operator)).count();
    }

    private static void assertSame(long[][] mask) throws Exception {
        assertSame(MODEL, EncoderFusion.of(MODEL).orElseThrow(), mask);
    }

    private static void assertSame(ModelProto one, ModelProto other, long[][] mask) throws Exception {
        float[][][] wanted = states(one, mask);
        float[][][] found = states(other, mask);
        for (int row = 0; row < mask.length; row++) {
            for (int token = 0; token < mask[row].length; token++) {
                assertArrayEquals(wanted[row][token], found[row][token], NEAR, row + " " + token);
            }
        }
    }

    private static float[][][] states(ModelProto model, long[][] mask) throws Exception {
        long[][] ids = new long[mask.length][mask[0].length];
        long[][] kinds = new long[mask.length][mask[0].length];
        for (int row = 0; row < ids.length; row++) {
            for (int token = 0; token < ids[row].length; token++) {
                ids[row][token] = 7 * row + 3 * token;
                kinds[row][token] = token % 2;
            }
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(model.toByteArray(), options);
                OnnxTensor words = OnnxTensor.createTensor(environment, ids);
                OnnxTensor masks = OnnxTensor.createTensor(environment, mask);
                OnnxTensor types = OnnxTensor.createTensor(environment, kinds);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", words, "attention_mask", masks, "token_type_ids", types))) {
            return (float[][][]) result.get(0).getValue();
        }
    }
}
