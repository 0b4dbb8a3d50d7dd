package org.scholion.inference.onnx.internal.gguf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scholion.inference.ModelException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class GgufImporterTest {

    private static final long SEED = 20_261_126;
    private static final long[] IDS = {5, 17, 3, 94, 2, 61, 61, 8, 40, 29, 77};
    private static final int FLOAT_INPUTS = 0;
    private static final int EIGHT_BIT_INPUTS = 4;

    /** The largest difference in units of the root of the mean square of all logits, with products in floats. */
    private static final double EXACT = 1e-4;

    /** The same with weights or inputs of 8 bits. */
    private static final double ROUNDED = 0.25;

    @TempDir
    Path folder;

    private Path imported(TinyModel model, int accuracyLevel) throws Exception {
        Path target = Files.createDirectory(folder.resolve("model"));
        new GgufImporter(accuracyLevel)
                .importTo(model.write(folder.resolve("tiny.gguf")), target, TinyModel.NO_PROGRESS, CancelToken.NEVER);
        return target;
    }

    /** The largest difference in units of the root of the mean square of the expected numbers. */
    private static double difference(double[][] expected, double[][] actual) {
        assertEquals(expected.length, actual.length);
        double largest = 0;
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int k = 0; k < expected[i].length; k++) {
                largest = Math.max(largest, Math.abs(expected[i][k] - actual[i][k]));
                squares += expected[i][k] * expected[i][k] / expected.length / expected[i].length;
            }
        }
        return largest / Math.sqrt(squares);
    }

    private double difference(TinyModel model, int accuracyLevel) throws Exception {
        try (DecoderRun run = new DecoderRun(imported(model, accuracyLevel), 32)) {
            return difference(new ReferenceDecoder(model).logits(IDS), run.logits(IDS, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeGivesTheLogitsOfItsWeights(GgufType type) throws Exception {
        double allowed = type == GgufType.F16 || type == GgufType.BF16 ? ROUNDED : EXACT;
        assertTrue(difference(new TinyModel("llama", type, type, true, SEED), FLOAT_INPUTS) < allowed);
    }

    @ParameterizedTest
    @CsvSource({"llama,true", "llama,false", "qwen2,true", "qwen2,false", "qwen3,true", "qwen3,false"})
    void everyArchitectureGivesItsLogitsWithTiedAndOwnOutput(String architecture, boolean tied) throws Exception {
        TinyModel model = new TinyModel(architecture, GgufType.Q4_1, GgufType.Q4_1, tied, SEED);
        assertTrue(difference(model, FLOAT_INPUTS) < EXACT);
    }

    @Test
    void matricesOfSeveralTypesInALayerAreMultipliedApart() throws Exception {
        TinyModel model = new TinyModel("qwen2", GgufType.Q4_K, GgufType.Q6_K, true, SEED);
        assertTrue(difference(model, FLOAT_INPUTS) < EXACT);
    }

    @ParameterizedTest
    @EnumSource(names = {"Q4_0", "Q4_1", "Q8_0", "Q4_K", "Q5_K", "Q6_K"})
    void inputsOfEightBitsChangeLogitsLittle(GgufType type) throws Exception {
        assertTrue(difference(new TinyModel("llama", type, type, true, SEED), EIGHT_BIT_INPUTS) < ROUNDED);
    }

    @Test
    void theCacheIsWrittenInPlaceStepByStep() throws Exception {
        TinyModel model = new TinyModel("llama", GgufType.Q4_1, GgufType.Q4_1, true, SEED);
        double[][] expected = new ReferenceDecoder(model).logits(IDS);
        try (DecoderRun run = new DecoderRun(imported(model, FLOAT_INPUTS), 32)) {
            run.logits(Arrays.copyOf(IDS, 4), 1);
            run.logits(Arrays.copyOfRange(IDS, 4, 5), 1);
            double[][] last = run.logits(Arrays.copyOfRange(IDS, 5, IDS.length), 0);
            assertTrue(difference(Arrays.copyOfRange(expected, 5, IDS.length), last) < EXACT);
        }
    }

    @Test
    void onlyTheLogitsThatAreAskedForAreComputed() throws Exception {
        TinyModel model = new TinyModel("llama", GgufType.Q8_0, GgufType.Q8_0, true, SEED);
        double[][] expected = new ReferenceDecoder(model).logits(IDS);
        try (DecoderRun run = new DecoderRun(imported(model, FLOAT_INPUTS), 32)) {
            double[][] kept = run.logits(IDS, 2);
            assertTrue(difference(Arrays.copyOfRange(expected, IDS.length - 2, IDS.length), kept) < EXACT);
        }
    }

    @Test
    void tiedEmbeddingsLieInTheFileOnce() throws Exception {
        Path tied = imported(new TinyModel("llama", GgufType.Q8_0, GgufType.Q8_0, true, SEED), FLOAT_INPUTS);
        long size = Files.size(tied.resolve("model.onnx.data"));
        Path other = Files.createDirectory(folder.resolve("other"));
        TinyModel own = new TinyModel("llama", GgufType.Q8_0, GgufType.Q8_0, false, SEED);
        new GgufImporter().importTo(own.write(folder.resolve("own.gguf")), other, TinyModel.NO_PROGRESS, CancelToken.NEVER);
        long matrix = (long) TinyModel.VOCABULARY * TinyModel.HIDDEN;
        assertTrue(Files.size(other.resolve("model.onnx.data")) >= size + matrix);
    }

    @Test
    void theFolderHasTheLayoutOfHuggingFace() throws Exception {
        Path target = imported(new TinyModel("qwen2", GgufType.Q4_0, GgufType.Q4_0, true, SEED), EIGHT_BIT_INPUTS);
        try (var files = Files.list(target)) {
            assertArrayEquals(
                    new String[] {
                        "chat_template.jinja",
                        "config.json",
                        "generation_config.json",
                        "model.onnx",
                        "model.onnx.data",
                        "tokenizer.json",
                        "tokenizer_config.json"
                    },
                    files.map(file -> file.getFileName().toString()).sorted().toArray());
        }
        assertEquals("{{ messages[0].content }}", Files.readString(target.resolve("chat_template.jinja")));
        String config = Files.readString(target.resolve("config.json"));
        assertTrue(config.contains("\"model_type\": \"qwen2\""), config);
        assertTrue(config.contains("\"eos_token_id\": 1"), config);
    }

    @Test
    void progressGrowsToOne() throws Exception {
        TinyModel model = new TinyModel("llama", GgufType.Q4_0, GgufType.Q4_0, true, SEED);
        List<Double> shares = new ArrayList<>();
        new GgufImporter().importTo(model.write(folder.resolve("tiny.gguf")), folder, shares::add, CancelToken.NEVER);
        assertEquals(shares.stream().sorted().toList(), shares);
        assertEquals(1, shares.get(shares.size() - 1));
    }

    @Test
    void cancellingEndsTheImportBeforeTheNextPiece() {
        TinyModel model = new TinyModel("llama", GgufType.Q4_0, GgufType.Q4_0, true, SEED);
        AtomicInteger pieces = new AtomicInteger();
        Path file = model.write(folder.resolve("tiny.gguf"));
        assertThrows(
                CancelledException.class,
                () -> new GgufImporter()
                        .importTo(file, folder, share -> pieces.incrementAndGet(), () -> pieces.get() > 2));
        assertEquals(3, pieces.get());
    }

    @Test
    void filesOfOtherKindsAreNotImported() throws Exception {
        Path file = Files.writeString(folder.resolve("text.gguf"), "GGU");
        assertFalse(new GgufImporter().imports(file));
        assertFalse(new GgufImporter().imports(folder.resolve("missing.gguf")));
        assertTrue(new GgufImporter().imports(new GgufBytes().write(folder.resolve("any.GGUF"))));
    }

    @ParameterizedTest
    @CsvSource({"blk.0.ffn_gate_inp.weight", "blk.0.attn_sinks.weight"})
    void aTensorThatTheGraphHasNoPlaceForIsRefused(String tensor) {
        TinyModel model = new TinyModel("llama", GgufType.Q4_0, GgufType.Q4_0, true, SEED);
        model.file().tensor(tensor, 0, List.of(32L), new byte[128]);
        assertRefused(model.file(), tensor);
    }

    @Test
    void anUnknownArchitectureIsRefusedByName() {
        assertRefused(new GgufBytes().text("general.architecture", "mamba"), "mamba");
    }

    @Test
    void anUnknownRuleForCuttingTextsIsRefusedByName() {
        TinyModel model = new TinyModel("llama", GgufType.Q4_0, GgufType.Q4_0, true, SEED);
        byte[] bytes = model.file().toBytes();
        String text = new String(bytes, ISO_8859_1).replace("smollm", "marsll");
        Path file = folder.resolve("tiny.gguf");
        ModelException refused = assertThrows(ModelException.class, () -> {
            Files.write(file, text.getBytes(ISO_8859_1));
            new GgufImporter().importTo(file, folder, TinyModel.NO_PROGRESS, CancelToken.NEVER);
        });
        assertTrue(refused.getMessage().contains("marsll"), refused.getMessage());
    }

    @Test
    void aMatrixOfAnotherShapeIsRefusedByName() {
        GgufBytes bytes = new TinyModel("llama", GgufType.F32, GgufType.F32, false, SEED).file();
        byte[] wrong = bytes.toBytes();
        // the first dimension of token_embd.weight, which decides nothing else
        String name = "token_embd.weight";
        int at = new String(wrong, ISO_8859_1).indexOf(name) + name.length() + 4;
        wrong[at + 1] = 0;
        wrong[at] = 64;
        Path file = folder.resolve("tiny.gguf");
        ModelException refused = assertThrows(ModelException.class, () -> {
            Files.write(file, wrong);
            new GgufImporter().importTo(file, folder, TinyModel.NO_PROGRESS, CancelToken.NEVER);
        });
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
    }

    private void assertRefused(GgufBytes bytes, String part) {
        Path file = bytes.write(folder.resolve("tiny.gguf"));
        ModelException refused = assertThrows(
                ModelException.class,
                () -> new GgufImporter().importTo(file, folder, TinyModel.NO_PROGRESS, CancelToken.NEVER));
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
        assertTrue(refused.getMessage().contains("tiny.gguf"), refused.getMessage());
    }
}
