package org.scholion.inference.onnx.internal.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.fuse.EncoderFusion;
import org.scholion.inference.onnx.internal.fuse.OldBert;

/** The weights are floats here, so that nothing but the order of sums may differ. */
class AdaptedGraphTest {

    private static final int LAYERS = 2;
    private static final int WIDTH = OldBert.WIDTH;
    private static final ModelProto BASE = OldBert.model(LAYERS, 2);
    private static final Path GRAPH = Path.of("base", "model.onnx");
    private static final float NEAR = 1e-3f;

    @TempDir
    Path folder = Path.of("");

    @Test
    void theFusedGraphGivesTheSame() throws Exception {
        ModelProto adapted = adapted(all());
        ModelProto fused = graph(all()).adapted(EncoderFusion.of(BASE).orElseThrow(), GRAPH);
        List<String> operators = fused.getGraph().getNodeList().stream().map(NodeProto::getOpType).toList();
        assertEquals(2 * LAYERS + 1, Collections.frequency(operators, "SkipLayerNormalization"));
        for (long[][] mask : new long[][][] {{{1, 1, 1, 1}, {1, 1, 1, 1}}, {{1, 1, 1, 1}, {1, 1, 0, 0}}}) {
            float[][][] wanted = logits(adapted, mask);
            float[][][] found = logits(fused, mask);
            for (int row = 0; row < mask.length; row++) {
                for (int token = 0; token < mask[row].length; token++) {
                    assertArrayEquals(wanted[row][token], found[row][token], NEAR, row + " " + token);
                }
            }
        }
    }

    @Test
    void eachProjectionChangesWhatTheGraphGives() throws Exception {
        long[][] mask = {{1, 1, 1, 1}};
        float[] whole = logits(adapted(all()), mask)[0][1];
        String layer = "bert.encoder.layer.";
        for (int i = 0; i < LAYERS; i++) {
            for (String part : new String[] {".attention.self.query", ".attention.self.key", ".attention.self.value",
                ".attention.output.dense", ".intermediate.dense", ".output.dense"}) {
                AdapterFiles files = all();
                files.without("base_model.model." + layer + i + part + ".lora_A.weight");
                files.without("base_model.model." + layer + i + part + ".lora_B.weight");
                float[] without = logits(adapted(files), mask)[0][1];
                float difference = 0;
                for (int j = 0; j < whole.length; j++) {
                    difference = Math.max(difference, Math.abs(whole[j] - without[j]));
                }
                assertTrue(difference > NEAR, layer + i + part);
            }
        }
    }

    @Test
    void aFileBecomesAGraphWithLogitsInBothForms() throws Exception {
        Path file = Files.write(folder.resolve("model.onnx"), BASE.toByteArray());
        AdaptedGraph graph = graph(all());
        ModelProto plain = ModelProto.parseFrom(graph.plain(file).orElseThrow());
        assertEquals(graph.adapted(BASE, file), plain);
        ModelProto fused = graph.adapted(EncoderFusion.of(BASE).orElseThrow(), file);
        assertEquals(fused, ModelProto.parseFrom(graph.of(file).orElseThrow()));
        assertEquals("logits", plain.getGraph().getOutput(0).getName());
        assertEquals(1, plain.getGraph().getOutputCount());
    }

    @Test
    void aProjectionThatTheBaseHasNotIsNamed() throws Exception {
        assertMisfit(all().with("bert.encoder.layer.2.output.dense", 2 * WIDTH, WIDTH), "bert.encoder.layer.2.output.dense");
        assertMisfit(all().with("bert.pooler.dense", WIDTH, WIDTH), "bert.pooler.dense");
        assertMisfit(all().with("dense", WIDTH, WIDTH), "dense");
    }

    @Test
    void aProjectionOfAnotherSizeIsNamed() throws Exception {
        assertMisfit(all().with("bert.encoder.layer.1.output.dense", WIDTH, WIDTH), "bert.encoder.layer.1.output.dense");
        assertMisfit(all().with("bert.encoder.layer.1.output.dense", 2 * WIDTH, 2 * WIDTH), "bert.encoder.layer.1.output.dense");
    }

    @Test
    void twoMatricesForOneProjectionAreRefused() throws Exception {
        assertMisfit(all().with("encoder.layer.0.intermediate.dense", WIDTH, 2 * WIDTH), "encoder.layer.0.intermediate.dense");
    }

    @Test
    void aBaseWithoutStatesOfTokensIsNamed() throws Exception {
        AdaptedGraph graph = graph(all());
        ModelProto.Builder other = BASE.toBuilder();
        other.getGraphBuilder().getOutputBuilder(0).setName("pooler_output");
        assertTrue(message(graph, other.build()).contains("last_hidden_state"));
    }

    @Test
    void aBaseWithWeightsInOtherFilesIsNamed() throws Exception {
        AdaptedGraph graph = graph(all());
        ModelProto.Builder other = BASE.toBuilder();
        other.getGraphBuilder().getInitializerBuilder(0)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalDataBuilder()
                .setKey("location")
                .setValue("weights");
        assertTrue(message(graph, other.build()).contains("external data"));
    }

    private static AdapterFiles all() {
        return new AdapterFiles(WIDTH).withLayers(LAYERS, WIDTH, 2 * WIDTH);
    }

    private ModelProto adapted(AdapterFiles files) throws Exception {
        return graph(files).adapted(BASE, GRAPH);
    }

    private AdaptedGraph graph(AdapterFiles files) throws Exception {
        return new AdaptedGraph(Adapter.read(files.write(folder)));
    }

    private void assertMisfit(AdapterFiles files, String module) throws Exception {
        String message = message(graph(files), BASE);
        assertTrue(message.contains(module), message);
        assertTrue(message.contains(GRAPH.toString()), message);
        assertTrue(message.contains(folder.toString()), message);
        assertFalse(message.contains("{"), message);
    }

    private static String message(AdaptedGraph graph, ModelProto base) {
        return String.valueOf(assertThrows(ModelException.class, () -> graph.adapted(base, GRAPH)).getMessage());
    }

    private static float[][][] logits(ModelProto model, long[][] mask) throws Exception {
        long[][] ids = new long[mask.length][mask[0].length];
        for (int row = 0; row < ids.length; row++) {
            for (int token = 0; token < ids[row].length; token++) {
                ids[row][token] = 7 * row + 3 * token;
            }
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(model.toByteArray(), options);
                OnnxTensor words = OnnxTensor.createTensor(environment, ids);
                OnnxTensor masks = OnnxTensor.createTensor(environment, mask);
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[mask.length][mask[0].length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", words, "attention_mask", masks, "token_type_ids", types))) {
            return (float[][][]) result.get(0).getValue();
        }
    }
}
