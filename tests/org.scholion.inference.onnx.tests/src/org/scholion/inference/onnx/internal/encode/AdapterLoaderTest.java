package org.scholion.inference.onnx.internal.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.Device;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.Tagger;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.OnnxEngine;
import org.scholion.inference.onnx.internal.TinyModels;
import org.scholion.inference.onnx.internal.session.Accelerators;
import org.scholion.inference.onnx.internal.session.NativeHandles;
import org.scholion.text.CancelToken;

class AdapterLoaderTest {

    private static final List<String> TEXTS = List.of("We study alchemical free energy.");

    @TempDir
    Path folder = Path.of("");

    private Path adapter = Path.of("");
    private Path base = Path.of("");

    @BeforeEach
    void copyBoth() throws Exception {
        adapter = TinyModels.copy("tiny-adapter", folder.resolve("adapter"));
        base = TinyModels.copy("tiny-bert-mean", folder.resolve("base"));
    }

    @Test
    void anAdapterIsATagger() throws Exception {
        assertTrue(new OnnxEngine().loads(TinyModels.source(adapter)));
        try (LoadedModel model = TinyModels.load(adapter, base)) {
            assertEquals(Set.of(Tagger.class), model.roles());
            Tagger tagger = model.service(Tagger.class, Turns.FREE);
            assertEquals(List.of("AIM", "METHOD", "RESULT", "OTHER"), tagger.labels());
            assertEquals(32, tagger.maxTokenCount());
        }
    }

    @Test
    void fewerTokensAreReadWhereTheAdapterSaysSo() throws Exception {
        replace("config.json", "\"max_position_embeddings\": 32", "\"max_position_embeddings\": 16");
        try (LoadedModel model = TinyModels.load(adapter, base)) {
            assertEquals(16, model.service(Tagger.class, Turns.FREE).maxTokenCount());
        }
    }

    @Test
    void theMemoryIsThatOfTheBaseAndMore() throws Exception {
        OnnxEngine engine = new OnnxEngine();
        long alone = engine.memoryBytes(TinyModels.source(base));
        ModelEngine.Source both = new ModelEngine.Source(TinyModels.source(adapter).descriptor(), adapter, Optional.of(base));
        long weights = Files.size(adapter.resolve("adapter_model.safetensors"));
        assertTrue(engine.memoryBytes(both) >= alone + 2 * weights, "memory");
        try (LoadedModel model = TinyModels.load(adapter, base)) {
            assertTrue(model.memoryBytes() > weights + Files.size(base.resolve("onnx/model.onnx")), "loaded");
        }
    }

    @Test
    void anotherDeviceRunsTheAdapterToo() throws Exception {
        Accelerators other = kind -> Optional.of(new Accelerators.Accelerator() {
            @Override
            public Device device() {
                return new Device(Device.Kind.CUDA, "other");
            }

            @Override
            public void addTo(SessionOptions options) {
                // as the CPU does it
            }
        });
        try (LoadedModel here = TinyModels.load(adapter, base);
                LoadedModel there = TinyModels.load(adapter, base, other)) {
            assertEquals(Device.Kind.CUDA, there.device().kind());
            double wanted = tags(here).getFirst().best().probability();
            assertEquals(wanted, tags(there).getFirst().best().probability(), 1e-5);
        }
    }

    private static List<Tagger.Tag> tags(LoadedModel model) throws Exception {
        return model.service(Tagger.class, Turns.FREE).tag(TEXTS, 1, CancelToken.NEVER).getFirst();
    }

    @Test
    void anAdapterWithoutItsBaseNamesIt() {
        ModelException refused = assertThrows(ModelException.class, () -> TinyModels.load(adapter));
        assertTrue(refused.getMessage().contains("tiny-bert-mean"), refused.getMessage());
        assertTrue(new OnnxEngine().memoryBytes(TinyModels.source(adapter)) > 0);
    }

    @Test
    void aBaseWithoutAGraphIsNamed() throws Exception {
        Files.delete(base.resolve("onnx/model.onnx"));
        assertRefused("model.onnx");
    }

    @Test
    void anAdapterOfAnAdapterIsRefused() {
        base = adapter;
        assertRefused("model.onnx");
    }

    @Test
    void aBrokenBaseIsNamed() throws Exception {
        Files.writeString(base.resolve("onnx/model.onnx"), "no graph at all");
        assertRefused("model.onnx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adapter_config.json", "config.json", "adapter_model.safetensors"})
    void aBrokenFileIsNamed(String name) throws Exception {
        for (String broken : List.of("", "{", "[]", "\u0000", "{\"a\":".repeat(1000))) {
            Files.writeString(adapter.resolve(name), broken);
            assertRefused(name);
        }
    }

    @Test
    void missingMatricesAreNamed() throws Exception {
        Files.delete(adapter.resolve("adapter_model.safetensors"));
        assertRefused("adapter_model.safetensors");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"peft_type\": \"LORA\"|\"peft_type\": \"IA3\"|peft_type",
        "\"r\": 4|\"r\": 0|\"r\"",
        "\"r\": 4|\"r\": 5|lora_A",
        "\"lora_alpha\": 6|\"lora_alpha\": null|lora_alpha",
        "\"use_dora\": false|\"use_dora\": true|use_dora",
        "\"rank_pattern\": {}|\"rank_pattern\": {\"query\": 8}|rank_pattern",
        "\"init_lora_weights\": true|\"init_lora_weights\": \"pissa\"|init_lora_weights",
        "\"layer_replication\": null|\"layer_replication\": [[0, 1]]|layer_replication",
        "\"base_model_name_or_path\": \"tiny-bert-mean\"|\"base_model_name_or_path\": \"/\"|base_model_name_or_path"
    })
    void settingsThatAreNotKnownAreNamed(String old, String other, String place) throws Exception {
        replace("adapter_config.json", old, other);
        assertRefused(place);
    }

    @Test
    void anotherTaskIsRefused() throws Exception {
        replace("config.json", "BertForTokenClassification", "BertForSequenceClassification");
        assertRefused("config.json");
        Files.delete(adapter.resolve("config.json"));
        TinyModels.load(adapter, base).close();
        replace("adapter_config.json", "TOKEN_CLS", "SEQ_CLS");
        assertRefused("adapter_config.json");
    }

    @Test
    void labelsOfAnotherNumberAreRefused() throws Exception {
        replace("config.json", "\"2\": \"RESULT\",\n  \"3\": \"OTHER\"", "\"2\": \"RESULT\"");
        assertRefused("config.json");
    }

    @ParameterizedTest
    @CsvSource({"self.query.lora_A, self.quary.lora_A", "self.query.lora_B, self.query.lora_C", "classifier.bias, classifier.dias"})
    void aTensorWithoutAPlaceIsNamed(String old, String other) throws Exception {
        Path file = adapter.resolve("adapter_model.safetensors");
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Files.write(file, bytes.replace(old, other).getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("adapter_model.safetensors");
    }

    private void replace(String name, String old, String other) throws Exception {
        String text = Files.readString(adapter.resolve(name));
        assertFalse(text.replace(old, other).equals(text), name + ": " + old);
        Files.writeString(adapter.resolve(name), text.replace(old, other));
    }

    private void assertRefused(String place) {
        int open = NativeHandles.open();
        ModelException refused = assertThrows(ModelException.class, () -> TinyModels.load(adapter, base).close());
        assertTrue(refused.getMessage().contains(place), refused.getMessage());
        assertEquals(open, NativeHandles.open());
    }
}
