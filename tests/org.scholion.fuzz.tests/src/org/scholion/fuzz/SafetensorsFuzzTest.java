package org.scholion.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.layout.Safetensors;

/** Broken files of tensors: they are refused by name, or what they give is as long as they say; no exception else, no hang. */
class SafetensorsFuzzTest {

    private static final int RUNS = Integer.getInteger("scholion.fuzz.runs", 400);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String HEADER = """
            {"__metadata__":{"format":"pt"},
            "base_model.model.bert.encoder.layer.0.output.dense.lora_A.weight":{"dtype":"F16","shape":[4,8],"data_offsets":[0,64]},
            "base_model.model.bert.encoder.layer.0.output.dense.lora_B.weight":{"dtype":"BF16","shape":[8,4],"data_offsets":[64,128]},
            "base_model.model.classifier.bias":{"dtype":"F32","shape":[2],"data_offsets":[128,136]},
            "base_model.model.classifier.weight":{"dtype":"F32","shape":[2,8],"data_offsets":[136,200]}}""";
    private static final int NUMBER_BYTES = 200;
    private static final String[] PIECES = {
        "{", "}", "[", "]", ",", ":", "\"", "null", "-1", "0", "1e9", "2147483647", "4294967296", "99999999999999999999", "0.5", "\"F64\"", "\"F16\"",
        "[0,0]", "[0,200]", "[64,0]", "\"shape\"", "\"data_offsets\"", "\"dtype\"", "\u0000", "\\u0000", "\\ud800", "\u00e9", " ", "NaN", "//"
    };

    @TempDir
    Path folder = Path.of("");

    @Test
    void brokenFilesAreRefusedOrRead() throws Exception {
        long seed = Long.getLong("scholion.seed", System.nanoTime());
        System.out.println("scholion.seed=" + seed + " scholion.fuzz.runs=" + RUNS);
        Random random = new Random(seed);
        Path file = folder.resolve("adapter_model.safetensors");
        for (int run = 0; run < RUNS; run++) {
            Files.write(file, broken(new Random(random.nextLong())));
            String name = "seed " + seed + ", run " + run;
            assertTimeoutPreemptively(LIMIT, () -> check(file, name), name);
        }
    }

    private static void check(Path file, String name) {
        try {
            Safetensors tensors = Safetensors.read(file);
            for (String tensor : tensors.names()) {
                long size = tensors.shape(tensor).stream().reduce(1L, (one, other) -> one * other);
                assertTrue(tensors.floats(tensor).length == size, name);
            }
        } catch (ModelException e) {
            assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), name + ": " + e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(name, e);
        }
    }

    private static byte[] broken(Random random) {
        StringBuilder header = new StringBuilder(HEADER);
        for (int left = random.nextInt(4); left > 0; left--) {
            int at = random.nextInt(header.length());
            int end = Math.min(header.length(), at + 1 + random.nextInt(20));
            switch (random.nextInt(5)) {
                case 0 -> header.deleteCharAt(at);
                case 1 -> header.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> header.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> header.insert(random.nextInt(header.length()), header.substring(at, end));
                default -> header.setCharAt(at, Character.forDigit(random.nextInt(10), 10));
            }
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + text.length + NUMBER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(random.nextInt(8) == 0 ? random.nextLong() >> random.nextInt(64) : text.length).put(text);
        byte[] whole = bytes.array();
        for (int left = random.nextInt(3); left > 0; left--) {
            whole[random.nextInt(whole.length)] = (byte) random.nextInt();
        }
        return random.nextInt(6) == 0 ? Arrays.copyOf(whole, random.nextInt(2 * whole.length)) : whole;
    }
}
