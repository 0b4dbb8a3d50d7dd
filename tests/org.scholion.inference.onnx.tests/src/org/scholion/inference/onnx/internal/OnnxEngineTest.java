package org.scholion.inference.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.Classifier;
import org.scholion.inference.Device;
import org.scholion.inference.Encoder;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.device.ChildProbe;
import org.scholion.inference.onnx.internal.session.Accelerators;
import org.scholion.inference.onnx.internal.session.NativeHandles;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class OnnxEngineTest {

    private static final List<String> TEXTS = List.of("free energy", "we study the ligand", "a");

    @TempDir
    Path folder;

    private Path model = Path.of("");

    @BeforeEach
    void copyAModel() throws Exception {
        model = TinyModels.copy("tiny-bert-mean", folder.resolve("model"));
    }

    private Path graph() {
        return model.resolve("onnx").resolve("model.onnx");
    }

    private void assertRefused(String name) {
        int open = NativeHandles.open();
        ModelException refused = assertThrows(ModelException.class, () -> TinyModels.load(model).close());
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
        assertEquals(open, NativeHandles.open());
    }

    @Test
    void theMemoryOfAModelCountsOneVariantOfItsGraph() throws Exception {
        ModelEngine.Source source = new ModelEngine.Source(
                new ModelDescriptor("tiny", "Tiny", ModelTask.EMBEDDING, List.of(), "EPL-2.0", "1"), model);
        OnnxEngine engine = new OnnxEngine();
        long one = engine.memoryBytes(source);
        assertTrue(one > Files.size(graph()), one + " bytes");
        Files.copy(graph(), graph().resolveSibling("model_fp16.onnx"));
        assertEquals(one, engine.memoryBytes(source));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.999})
    void aTruncatedGraphIsNamed(double share) throws Exception {
        byte[] bytes = Files.readAllBytes(graph());
        Files.write(graph(), Arrays.copyOf(bytes, (int) (bytes.length * share)));
        assertRefused("model.onnx");
    }

    @Test
    void aGraphWithFlippedBytesIsNamedOrRuns() throws Exception {
        byte[] bytes = Files.readAllBytes(graph());
        for (int seed = 0; seed < 40; seed++) {
            byte[] broken = bytes.clone();
            Random random = new Random(seed);
            for (int i = 0; i < 8; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            Files.write(graph(), broken);
            try (LoadedModel loaded = TinyModels.load(model)) {
                loaded.service(Encoder.class, Turns.FREE).embed(TEXTS, Encoder.Role.QUERY, CancelToken.NEVER);
            } catch (ModelException | IllegalArgumentException e) {
                String message = String.valueOf(e.getMessage());
                assertTrue(e instanceof IllegalArgumentException || message.contains(model.toString()), "seed " + seed + ": " + message);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.bin", "/etc/hostname", "C:\\outside.bin", "sub/../../outside.bin", "\\\\host\\share"})
    void weightsOutsideTheFolderAreRefused(String location) throws Exception {
        Files.write(model.resolve("outside.bin"), new byte[4]);
        Files.write(graph(), ExternalData.graph(location));
        assertRefused("model.onnx");
    }

    @Test
    void weightsBehindALinkOutOfTheFolderAreRefused() throws Exception {
        Path outside = Files.write(folder.resolve("outside.bin"), new byte[4]);
        Files.createSymbolicLink(graph().resolveSibling("link.bin"), outside);
        Files.write(graph(), ExternalData.graph("link.bin"));
        assertRefused("model.onnx");
    }

    @Test
    void missingWeightsAreNamed() throws Exception {
        Files.write(graph(), ExternalData.graph("model.onnx_data"));
        assertRefused("model.onnx_data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "modules.json", "1_Pooling/config.json", "sentence_bert_config.json", "tokenizer.json"})
    void brokenJsonIsNamed(String name) throws Exception {
        for (String broken : List.of("", "{", "[[[", "\"text\"", "[".repeat(100_000), "{\"a\":".repeat(1000), "\u0000")) {
            Files.writeString(model.resolve(name), broken);
            assertRefused(Path.of(name).getFileName().toString());
        }
    }

    @Test
    void aTokenizerThatMakesTextsGrowIsRefused() throws Exception {
        String step = "{\"type\":\"Replace\",\"pattern\":{\"String\":\"a\"},\"content\":\"aaaaaaaaaa\"}";
        String steps = String.join(",", Collections.nCopies(9, step));
        String json = Files.readString(model.resolve("tokenizer.json"));
        String grown = json.replaceFirst(
                "(?s)\"normalizer\": *\\{.*?\\}", "\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[" + steps + "]}");
        assertFalse(grown.equals(json));
        Files.writeString(model.resolve("tokenizer.json"), grown);
        assertRefused("tokenizer.json");
    }

    @Test
    void aBombOfMergesIsRefused() throws Exception {
        StringBuilder json = new StringBuilder("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[\"a a\"");
        json.append(",\"a a\"".repeat(2_000_000));
        Files.writeString(model.resolve("tokenizer.json"), json.append("]}}"));
        assertRefused("tokenizer.json");
    }

    @Test
    void aFolderWithoutAModelIsNamed() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        ModelException refused = assertThrows(ModelException.class, () -> TinyModels.load(empty));
        assertTrue(refused.getMessage().contains("empty"));
    }

    @Test
    void anotherRoleIsRefused() throws Exception {
        try (LoadedModel loaded = TinyModels.load(model)) {
            assertThrows(IllegalArgumentException.class, () -> loaded.service(Classifier.class, Turns.FREE));
        }
    }

    @Test
    void nothingNativeStaysOpenAfterManyLoadsRunsFailuresAndCancels() throws Exception {
        int open = NativeHandles.open();
        for (int i = 0; i < 20; i++) {
            LoadedModel loaded = TinyModels.load(model);
            Encoder encoder = loaded.service(Encoder.class, Turns.FREE);
            encoder.embed(TEXTS, Encoder.Role.QUERY, CancelToken.NEVER);
            AtomicInteger looks = new AtomicInteger();
            int cancelledAt = i;
            assertTrue(cancelled(encoder, () -> looks.incrementAndGet() > cancelledAt) || i > 0);
            loaded.close();
            loaded.close();
            assertThrows(
                    IllegalStateException.class, () -> encoder.embed(TEXTS, Encoder.Role.QUERY, CancelToken.NEVER));
        }
        assertEquals(open, NativeHandles.open());
    }

    private static boolean cancelled(Encoder encoder, CancelToken cancel) throws ModelException {
        try {
            encoder.embed(TEXTS, Encoder.Role.QUERY, cancel);
            return false;
        } catch (CancelledException e) {
            return true;
        }
    }

    @Test
    void noTextsGiveNoVectors() throws Exception {
        try (LoadedModel loaded = TinyModels.load(model)) {
            Encoder encoder = loaded.service(Encoder.class, Turns.FREE);
            assertEquals(0, encoder.embed(List.of(), Encoder.Role.QUERY, CancelToken.NEVER).count());
        }
    }

    @Test
    void neighboursDoNotChangeAVector() throws Exception {
        try (LoadedModel loaded = TinyModels.load(model)) {
            Encoder encoder = loaded.service(Encoder.class, Turns.FREE);
            float[] alone = encoder.embed(List.of("a"), Encoder.Role.QUERY, CancelToken.NEVER).vector(0);
            float[] among = encoder.embed(TEXTS, Encoder.Role.QUERY, CancelToken.NEVER).vector(2);
            assertArrayEquals(alone, among, 1e-5f);
        }
    }

    @Test
    void eachStepWaitsForItsTurn() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        Turns turns = cancel -> {
            taken.incrementAndGet();
            assertEquals(1, held.incrementAndGet());
            return held::decrementAndGet;
        };
        try (LoadedModel loaded = TinyModels.load(model)) {
            String text = "energy ".repeat(40);
            loaded.service(Encoder.class, turns)
                    .embed(Collections.nCopies(100, text), Encoder.Role.PASSAGE, CancelToken.NEVER);
        }
        assertTrue(taken.get() > 1);
        assertEquals(0, held.get());
    }

    @Test
    void aDeviceThatFailsAtLoadGivesWayToTheCpu() throws Exception {
        Accelerators failing = kind -> Optional.of(new Accelerators.Accelerator() {
            @Override
            public Device device() {
                return new Device(Device.Kind.CUDA, "broken");
            }

            @Override
            public void addTo(SessionOptions options) throws OrtException {
                throw new OrtException("no such device");
            }
        });
        try (LoadedModel loaded = TinyModels.load(model, failing)) {
            assertEquals(Device.Kind.CPU, loaded.device().kind());
            loaded.service(Encoder.class, Turns.FREE).embed(TEXTS, Encoder.Role.QUERY, CancelToken.NEVER);
        }
    }

    @Test
    void aRuntimeThatCannotBeLoadedIsFoundOutInAChild() throws Exception {
        Path broken = Files.createDirectory(folder.resolve("native"));
        for (String name : List.of("libonnxruntime.so", "libonnxruntime4j_jni.so", "onnxruntime.dll", "libonnxruntime.dylib")) {
            Files.writeString(broken.resolve(name), "no library");
        }
        assertFalse(new ChildProbe(Optional.of(broken), Duration.ofMinutes(1)).works(Device.Kind.CPU));
    }

    @Test
    void theRuntimeOfTheBundleWorksInAChild() {
        assertTrue(new ChildProbe(Optional.empty(), Duration.ofMinutes(1)).works(Device.Kind.CPU));
    }
}
