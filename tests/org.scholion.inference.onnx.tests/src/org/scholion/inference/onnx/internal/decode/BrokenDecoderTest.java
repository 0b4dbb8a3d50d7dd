package org.scholion.inference.onnx.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.inference.Device;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.Prompt;
import org.scholion.inference.Seq2Seq;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.OnnxEngine;
import org.scholion.inference.onnx.internal.session.Accelerators;
import org.scholion.inference.onnx.internal.session.NativeHandles;
import org.scholion.text.CancelToken;

/** Graphs of decoders that are not what they should be: one exception that names the model, and nothing stays open. */
class BrokenDecoderTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "llama, model.onnx",
        "llama-merged, decoder_model_merged.onnx",
        "t5-split, encoder_model.onnx",
        "t5-split, decoder_model.onnx",
        "t5-split, decoder_with_past_model.onnx",
        "bart-merged, decoder_model_merged.onnx"
    })
    void aTruncatedGraphIsNamed(String name, String file) throws Exception {
        Path model = copy(name);
        byte[] bytes = Files.readAllBytes(model.resolve(file));
        for (double share : new double[] {0, 0.01, 0.3, 0.7, 0.999}) {
            Files.write(model.resolve(file), Arrays.copyOf(bytes, (int) (bytes.length * share)));
            assertRefused(model, file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "llama, model.onnx, input_ids",
        "llama, model.onnx, attention_mask",
        "llama, model.onnx, position_ids",
        "llama, model.onnx, past_key_values.1.value",
        "llama, model.onnx, present.0.key",
        "llama, model.onnx, logits",
        "llama-merged, decoder_model_merged.onnx, past_key_values.0.key",
        "llama-merged, decoder_model_merged.onnx, present.1.value",
        "t5-split, encoder_model.onnx, input_ids",
        "t5-split, encoder_model.onnx, last_hidden_state",
        "t5-split, decoder_model.onnx, encoder_hidden_states",
        "t5-split, decoder_model.onnx, present.0.encoder.key",
        "t5-split, decoder_model.onnx, logits",
        "t5-split, decoder_with_past_model.onnx, past_key_values.0.decoder.key",
        "t5-split, decoder_with_past_model.onnx, input_ids",
        "t5-merged, decoder_model_merged.onnx, past_key_values.1.encoder.value"
    })
    void aGraphWithAnotherNameIsRefused(String name, String file, String value) throws Exception {
        Path model = copy(name);
        ModelProto proto = ModelProto.parseFrom(Files.readAllBytes(model.resolve(file)));
        Files.write(model.resolve(file), proto.toBuilder().setGraph(renamed(proto.getGraph(), value)).build().toByteArray());
        assertRefused(model, name);
    }

    @ParameterizedTest
    @CsvSource({
        "llama, model.onnx, past_key_values.0.key, 1, 3",
        "llama, model.onnx, past_key_values.0.key, 3, 0",
        "llama, model.onnx, past_key_values.1.value, 3, 100000000",
        "t5-split, decoder_with_past_model.onnx, past_key_values.0.decoder.key, 1, 9"
    })
    void aGraphOfAnotherShapeIsRefused(String name, String file, String value, int dimension, long size) throws Exception {
        Path model = copy(name);
        reshape(model.resolve(file), value, dimension, size);
        assertRefused(model, name);
    }

    /** ONNX Runtime knows better what the graph gives, so that nothing is written where there is no room. */
    @ParameterizedTest
    @CsvSource({
        "llama, model.onnx, 7",
        "llama, model.onnx, 1000000",
        "llama-merged, decoder_model_merged.onnx, 5",
        "t5-split, decoder_model.onnx, 7",
        "t5-split, decoder_with_past_model.onnx, 7",
        "t5-merged, decoder_model_merged.onnx, 1000"
    })
    void aWrongSizeOfTheLogitsChangesNothing(String name, String file, long size) throws Exception {
        Path model = copy(name);
        String expected = use(model);
        reshape(model.resolve(file), "logits", 2, size);
        assertEquals(expected, use(model));
    }

    private static void reshape(Path file, String value, int dimension, long size) throws Exception {
        ModelProto.Builder proto = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        int changed = 0;
        for (List<ValueInfoProto.Builder> values
                : List.of(proto.getGraphBuilder().getInputBuilderList(), proto.getGraphBuilder().getOutputBuilderList())) {
            for (ValueInfoProto.Builder given : values) {
                if (given.getName().equals(value)) {
                    given.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().getDimBuilder(dimension).setDimValue(size);
                    changed++;
                }
            }
        }
        assertEquals(1, changed);
        Files.write(file, proto.build().toByteArray());
    }

    private static GraphProto renamed(GraphProto graph, String name) {
        GraphProto.Builder changed = graph.toBuilder();
        changed.getInputBuilderList().stream().filter(value -> value.getName().equals(name)).forEach(value -> value.setName("other"));
        changed.getOutputBuilderList().stream().filter(value -> value.getName().equals(name)).forEach(value -> value.setName("other"));
        for (NodeProto.Builder node : changed.getNodeBuilderList()) {
            for (int i = 0; i < node.getInputCount(); i++) {
                node.setInput(i, node.getInput(i).equals(name) ? "other" : node.getInput(i));
            }
            for (int i = 0; i < node.getOutputCount(); i++) {
                node.setOutput(i, node.getOutput(i).equals(name) ? "other" : node.getOutput(i));
            }
            node.getAttributeBuilderList().stream()
                    .filter(attribute -> attribute.hasG())
                    .forEach(attribute -> attribute.setG(renamed(attribute.getG(), name)));
        }
        return changed.build();
    }

    private static void assertRefused(Path model, String named) {
        int open = NativeHandles.open();
        ModelException refused = assertThrows(ModelException.class, () -> use(model));
        assertTrue(refused.getMessage().contains(named), refused.getMessage());
        assertEquals(open, NativeHandles.open(), refused.getMessage());
    }

    /** Some faults show when a model is loaded, others when it is first run. */
    private static String use(Path model) throws Exception {
        ModelEngine.Source source = new ModelEngine.Source(TinyModels.DESCRIPTOR, model);
        try (LoadedModel loaded = new OnnxEngine(Accelerators.NONE)
                .load(source, new ModelEngine.Options(Device.Kind.CPU, 1), CancelToken.NEVER)) {
            if (loaded.roles().contains(Generator.class)) {
                return loaded.service(Generator.class, Turns.FREE)
                        .generate(new Prompt.Raw("We measure"), GenerationOptions.greedy(4), TinyModels::ignore, CancelToken.NEVER)
                        .text();
            }
            return loaded.service(Seq2Seq.class, Turns.FREE)
                    .rewrite(List.of("paper"), Seq2Seq.Options.greedy(4), CancelToken.NEVER)
                    .getFirst()
                    .text();
        }
    }

    private Path copy(String name) throws Exception {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(TinyModels.folder(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        return copy;
    }
}
