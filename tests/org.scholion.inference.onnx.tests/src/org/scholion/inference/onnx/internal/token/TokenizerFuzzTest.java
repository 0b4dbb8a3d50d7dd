package org.scholion.inference.onnx.internal.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.TinyModels;
import org.scholion.inference.onnx.internal.session.NativeHandles;

/** Broken {@code tokenizer.json}: it is refused by name, or works; the native library, which may end the process, does not. */
class TokenizerFuzzTest {

    private static final int RUNS = Integer.getInteger("scholion.fuzz.runs", 400);
    private static final String TEXT = "We study \uD83D\uDE00 free energy, the re\u0301sults.";
    private static final String[] PIECES = {
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "0", "-1", "1e99", "4294967296", "\"\"", "\"type\"", "\"BPE\"", "\"WordPiece\"",
        "\"Unigram\"", "\"WordLevel\"", "\"ByteLevel\"", "\"Metaspace\"", "\"Replace\"", "\"Sequence\"", "\"Strip\"", "\"id\"", "\"content\"",
        "\\u0000", "\\ud800", "\u0000", "\u2581", "##", "\n", "//", "'"
    };
    private static final String[] NUMBERS = {"0", "-1", "1", "0.5", "999999999", "4294967296", "1e400"};

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"tiny-bert-mean", "decoders/llama", "decoders/t5-split"})
    void brokenTokenizersAreRefusedOrWork(String name) throws Exception {
        long seed = Long.getLong("scholion.seed", System.nanoTime());
        System.out.println("scholion.seed=" + seed + " scholion.fuzz.runs=" + RUNS);
        String json = Files.readString(TinyModels.folder(name).resolve("tokenizer.json"));
        Path file = folder.resolve("tokenizer.json");
        Random random = new Random(seed);
        int open = NativeHandles.open();
        for (int run = 0; run < RUNS; run++) {
            Files.write(file, mutate(json, new Random(random.nextLong())).getBytes(StandardCharsets.UTF_8));
            check(file, "seed " + seed + ", run " + run);
        }
        assertEquals(open, NativeHandles.open());
    }

    private static void check(Path file, String run) {
        try (Tokenizer tokenizer = Tokenizer.open(file)) {
            Tokens tokens = tokenizer.encode(TEXT, true);
            for (int i = 0; i < tokens.count(); i++) {
                assertTrue(tokens.range(i).end() <= TEXT.length(), run);
            }
            tokenizer.encodePair("a b", "c");
            tokenizer.encodeIds(List.of("", "energy ".repeat(50)), true);
            tokenizer.decode(new long[] {0, 1, 5, 299, 400}, true);
            tokenizer.vocabulary();
        } catch (ModelException e) {
            assertTrue(e.getMessage().contains(file.toString()), run + ": " + e.getMessage());
        } catch (RuntimeException e) {
            throw new AssertionError(run, e);
        }
    }

    private static String mutate(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(30));
            switch (random.nextInt(7)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                case 4 -> text.setCharAt(at, (char) random.nextInt(0x3000));
                case 5 -> replaceNumber(text, at, NUMBERS[random.nextInt(NUMBERS.length)]);
                default -> replaceText(text, at, PIECES[random.nextInt(PIECES.length)]);
            }
            text.append(text.isEmpty() ? "{" : "");
        }
        return text.toString();
    }

    private static void replaceNumber(StringBuilder text, int from, String number) {
        int start = from;
        while (start < text.length() && !Character.isDigit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        text.replace(start, end, number);
    }

    private static void replaceText(StringBuilder text, int from, String piece) {
        int start = text.indexOf("\"", from);
        int end = text.indexOf("\"", start + 1);
        if (start >= 0 && end > start) {
            text.replace(start, end + 1, piece);
        }
    }
}
