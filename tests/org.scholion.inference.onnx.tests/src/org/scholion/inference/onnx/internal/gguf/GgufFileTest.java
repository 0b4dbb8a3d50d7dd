package org.scholion.inference.onnx.internal.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scholion.inference.ModelException;
import org.scholion.text.CancelToken;

class GgufFileTest {

    private static final long SEED = 4_711;

    @TempDir
    Path folder;

    @Test
    void entriesAndTensorsAreFoundByName() throws Exception {
        Path path = new GgufBytes()
                .version(2)
                .number("a.number", 7)
                .text("a.text", "äß😀")
                .tensor("t", GgufType.Q8_0.id(), List.of(64L, 3L), new byte[3 * 2 * 34])
                .write(folder.resolve("m.gguf"));
        try (GgufFile file = GgufFile.open(path)) {
            assertEquals(7, file.values().number("a.number", 0, 10));
            assertEquals("äß😀", file.values().text("a.text"));
            GgufTensor tensor = file.tensor("t", 3, 64);
            assertEquals(68, tensor.rowBytes());
            assertEquals(Files.size(path), tensor.offset() + tensor.byteCount());
        }
    }

    static Stream<Arguments> broken() {
        byte[] four = new byte[4];
        long huge = 1L << 62;
        return Stream.of(
                Arguments.of("another version", new GgufBytes().version(9)),
                Arguments.of("many entries", new GgufBytes().counts(0, huge)),
                Arguments.of("many tensors", new GgufBytes().counts(huge, 0)),
                Arguments.of("a negative count", new GgufBytes().counts(-1, -1)),
                Arguments.of("more entries than bytes", new GgufBytes().counts(0, 5_000)),
                Arguments.of("an entry twice", new GgufBytes().number("a", 1).number("a", 2)),
                Arguments.of("an unknown type", new GgufBytes().tensor("t", 99, List.of(1L), four)),
                Arguments.of("a row that is no whole block", new GgufBytes().tensor("t", 8, List.of(33L), four)),
                Arguments.of("a huge dimension", new GgufBytes().tensor("t", 0, List.of(huge), four)),
                Arguments.of("sizes that overflow", new GgufBytes().tensor("t", 0, List.of(65536L, 65536L, 65536L), four)),
                Arguments.of("a dimension of nothing", new GgufBytes().tensor("t", 0, List.of(1L, 0L), four)),
                Arguments.of("no dimension", new GgufBytes().tensor("t", 0, List.of(), four)),
                Arguments.of("five dimensions", new GgufBytes().tensor("t", 0, List.of(1L, 1L, 1L, 1L, 1L), four)),
                Arguments.of("a tensor behind the end", new GgufBytes().tensorAt("t", 0, List.of(1L), 4096, four)),
                Arguments.of("a tensor before the start", new GgufBytes().tensorAt("t", 0, List.of(1L), -64, four)),
                Arguments.of("a place that overflows", new GgufBytes().tensorAt("t", 0, List.of(1L), Long.MAX_VALUE, four)),
                Arguments.of("a tensor longer than the file", new GgufBytes().tensor("t", 0, List.of(1000L), four)),
                Arguments.of(
                        "a tensor twice",
                        new GgufBytes().tensor("t", 0, List.of(1L), four).tensor("t", 0, List.of(1L), four)),
                Arguments.of("an impossible alignment", new GgufBytes().number("general.alignment", 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void broken(String what, GgufBytes bytes) {
        Path path = bytes.write(folder.resolve("m.gguf"));
        ModelException refused = assertThrows(ModelException.class, () -> GgufFile.open(path).close());
        assertTrue(refused.getMessage().contains("m.gguf"), refused.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        ModelException refused =
                assertThrows(ModelException.class, () -> GgufFile.open(folder.resolve("none.gguf")).close());
        assertTrue(refused.getMessage().contains("none.gguf"), refused.getMessage());
    }

    @Test
    void aFileThatEndsAnywhereIsRefused() throws Exception {
        byte[] whole = new TinyModel("llama", GgufType.Q4_0, GgufType.Q4_0, true, SEED).file().toBytes();
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            int length = i < 100 ? i : random.nextInt(whole.length);
            Path path = Files.write(folder.resolve("m.gguf"), Arrays.copyOf(whole, length));
            assertThrows(ModelException.class, () -> GgufFile.open(path).close(), "length " + length);
        }
    }

    @Test
    void changedBytesAreRefusedOrHarmless() throws Exception {
        byte[] whole = new TinyModel("qwen2", GgufType.Q4_1, GgufType.Q4_1, true, SEED).file().toBytes();
        int header = 6_000;
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] changed = whole.clone();
            for (int k = 0; k <= i % 4; k++) {
                changed[random.nextInt(header)] = (byte) random.nextInt(256);
            }
            Path path = Files.write(folder.resolve("m.gguf"), changed);
            Path target = Files.createDirectory(folder.resolve("t" + i));
            try {
                new GgufImporter().importTo(path, target, TinyModel.NO_PROGRESS, CancelToken.NEVER);
            } catch (ModelException e) {
                refused++;
                assertTrue(e.getMessage().contains("m.gguf"), e.getMessage());
            }
            try (Stream<Path> files = Files.list(target)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        assertTrue(refused > 50, refused + " of 200, seed " + SEED);
    }
}
