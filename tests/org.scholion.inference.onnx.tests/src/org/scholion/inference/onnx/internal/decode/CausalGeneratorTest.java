package org.scholion.inference.onnx.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxJavaType;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.GenerationOptions.Overflow;
import org.scholion.inference.GenerationOptions.Sampling;
import org.scholion.inference.Generator;
import org.scholion.inference.Generator.Finish;
import org.scholion.inference.Generator.Generated;
import org.scholion.inference.ModelException;
import org.scholion.inference.OutputConstraint;
import org.scholion.inference.Prompt;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.session.NativeHandles;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class CausalGeneratorTest {

    private static final Prompt PROMPT = new Prompt.Raw("The results show that long");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama-merged"})
    void greedyOutputIsThatOfTransformers(String name) throws Exception {
        try (CausalModel model = TinyModels.causal(TinyModels.folder(name))) {
            for (JsonElement element : TinyModels.golden(name).getAsJsonArray("prompts")) {
                JsonObject golden = element.getAsJsonObject();
                Generated made = generate(model, new Prompt.Raw(golden.get("text").getAsString()), GenerationOptions.greedy(24));
                assertEquals(model.tokenizer().decode(TinyModels.longs(golden.getAsJsonArray("greedy")), true), made.text());
                assertEquals(golden.getAsJsonArray("ids").size(), made.promptTokenCount());
            }
        }
    }

    /** The merged graph reads one token in a step, so that nothing is guessed there. What was said before is made likely, so that it comes again. */
    @Test
    void aTextThatRepeatsItselfTakesFewerStepsAndIsTheSameAsWithoutGuesses() throws Exception {
        GenerationOptions options = options(200, new Sampling(0, 1, 0, 0.01, 0), List.of(), Overflow.REFUSE);
        AtomicInteger steps = new AtomicInteger();
        Turns counting = cancel -> {
            steps.incrementAndGet();
            return () -> {
                // nothing is held
            };
        };
        try (CausalModel guessing = TinyModels.causal(TinyModels.folder("llama"));
                CausalModel stepping = TinyModels.causal(TinyModels.folder("llama-merged"))) {
            Generated made = TinyModels.generator(guessing, counting).generate(PROMPT, options, text -> {
                // the result has it all
            }, CancelToken.NEVER);
            assertEquals(generate(stepping, PROMPT, options).text(), made.text());
            assertEquals(200, made.newTokenCount());
            assertTrue(steps.get() < 200, steps + " steps for " + made.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama-merged"})
    void theRepetitionPenaltyIsThatOfTransformers(String name) throws Exception {
        try (CausalModel model = TinyModels.causal(TinyModels.folder(name))) {
            for (JsonElement element : TinyModels.golden(name).getAsJsonArray("prompts")) {
                JsonObject golden = element.getAsJsonObject();
                Generated made = generate(model, new Prompt.Raw(golden.get("text").getAsString()),
                        options(24, new Sampling(0, 1, 0, 1.3, 0), List.of(), Overflow.REFUSE));
                assertEquals(model.tokenizer().decode(TinyModels.longs(golden.getAsJsonArray("repetitionPenalty")), true), made.text());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama-merged"})
    void logProbabilitiesAreThoseOfTransformers(String name) throws Exception {
        try (CausalModel model = TinyModels.causal(TinyModels.folder(name))) {
            for (JsonElement element : TinyModels.golden(name).getAsJsonArray("prompts")) {
                JsonObject golden = element.getAsJsonObject();
                List<Double> expected = golden.getAsJsonArray("logProbabilities").asList().stream().map(JsonElement::getAsDouble).toList();
                List<Double> made = score(model, "", golden.get("text").getAsString());
                // transformers was not told the beginning, so that the first token counts for nothing there
                assertEquals(expected.size() + 1, made.size());
            }
            JsonObject golden = TinyModels.golden(name).getAsJsonArray("prompts").get(1).getAsJsonObject();
            List<Double> made = score(model, "T", "he results show that long");
            assertEquals(golden.getAsJsonArray("logProbabilities").get(golden.getAsJsonArray("logProbabilities").size() - 1).getAsDouble(),
                    made.getLast(), 2e-2);
        }
    }

    private static List<Double> score(CausalModel model, String beginning, String text) throws Exception {
        return TinyModels.generator(model, Turns.FREE).logProbabilities(beginning, List.of(text), CancelToken.NEVER).getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama-merged", "llama-half"})
    void textsBehindOneBeginningAreAsProbableAsEachAlone(String name) throws Exception {
        String beginning = "The results that we got for the long sentences of the first part, which nobody had read before,";
        List<String> texts = List.of(
                " show that long ones are read more slowly.", " shows that long ones are read more slowly.", "", " show",
                " are those of a text that goes on for longer than one step".repeat(6) + ".", " show that short ones are read faster.");
        try (CausalModel together = TinyModels.causal(TinyModels.folder(name))) {
            Generator generator = TinyModels.generator(together, Turns.FREE);
            // what the first call read is there for the second one
            generator.logProbabilities(beginning + " too,", List.of(" show", " tell"), CancelToken.NEVER);
            List<List<Double>> all = generator.logProbabilities(beginning, texts, CancelToken.NEVER);
            assertEquals(texts.size(), all.size());
            for (int i = 0; i < texts.size(); i++) {
                try (CausalModel alone = TinyModels.causal(TinyModels.folder(name))) {
                    List<Double> expected = score(alone, beginning, texts.get(i));
                    assertEquals(together.tokenizer().count(texts.get(i)), expected.size());
                    assertEquals(expected.size(), all.get(i).size());
                    for (int token = 0; token < expected.size(); token++) {
                        assertEquals(expected.get(token), all.get(i).get(token), 1e-3, texts.get(i) + ", token " + token);
                    }
                }
            }
        }
    }

    @Test
    void theBeginningIsReadOnceForAllTexts() throws Exception {
        AtomicInteger turns = new AtomicInteger();
        Turns counting = cancel -> {
            turns.incrementAndGet();
            return TinyModels::release;
        };
        String beginning = "The results show that long sentences are read more slowly than short ones. ".repeat(5);
        try (CausalModel model = TinyModels.causal(TinyModels.folder("llama"))) {
            int steps = Math.ceilDiv(model.tokenizer().count(beginning), 64);
            assertTrue(steps > 2, steps + " steps");
            TinyModels.generator(model, counting).logProbabilities(beginning, List.of("This", "That", "These"), CancelToken.NEVER);
            assertTrue(turns.get() >= steps + 2 && turns.get() <= steps + 3, turns + " turns");
        }
    }

    @Test
    void aTextThatIsTooLongWithItsBeginningIsRefusedAndTheNextOneIsScored() throws Exception {
        try (CausalModel model = TinyModels.causal(TinyModels.folder("llama"))) {
            String tooLong = " and so on".repeat(model.maxTokenCount());
            assertThrows(ModelException.class, () -> score(model, "We saw", tooLong));
            assertFalse(score(model, "We saw", " that").isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama-merged"})
    void aSecondQuestionReusesTheCommonBeginningAndAnswersAlike(String name) throws Exception {
        try (CausalModel model = TinyModels.causal(TinyModels.folder(name))) {
            Prompt first = new Prompt.Raw("We measure how the length of a sentence changes what readers remember.");
            Prompt second = new Prompt.Raw("We measure how the length of a sentence changes what people see.");
            GenerationOptions kept = GenerationOptions.greedy(12).withPrefixKey("paper");
            generate(model, first, kept);
            Generated again = generate(model, second, kept);
            assertTrue(again.reusedTokenCount() > 10, "reused " + again.reusedTokenCount());
            assertEquals(generate(model, second, GenerationOptions.greedy(12)).text(), again.text());
        }
    }

    @Test
    void aStopTextAcrossTokensIsNotWritten() throws Exception {
        try (CausalModel model = TinyModels.causal(TinyModels.folder("llama"))) {
            String whole = generate(model, PROMPT, GenerationOptions.greedy(20)).text();
            String stop = whole.substring(5, 9);
            List<String> pieces = new ArrayList<>();
            Generated made = TinyModels.generator(model, Turns.FREE).generate(
                    PROMPT, options(20, GenerationOptions.GREEDY, List.of(stop), Overflow.REFUSE), pieces::add, CancelToken.NEVER);
            assertEquals(whole.substring(0, whole.indexOf(stop)), made.text());
            assertEquals(made.text(), String.join("", pieces));
            assertEquals(Finish.STOP, made.finish());
        }
    }

    @Test
    void thePiecesAreTheTextAndSplitNoPair() throws Exception {
        try (CausalModel model = TinyModels.causal(TinyModels.folder("llama"))) {
            for (int seed = 0; seed < 20; seed++) {
                List<String> pieces = new ArrayList<>();
                Generated made = TinyModels.generator(model, Turns.FREE).generate(
                        PROMPT, options(40, new Sampling(1.5, 1, 0, 1, seed), List.of(), Overflow.REFUSE), pieces::add, CancelToken.NEVER);
                assertEquals(made.text(), String.join("", pieces), "seed " + seed);
                for (String piece : pieces) {
                    assertFalse(Character.isLowSurrogate(piece.charAt(0)), "seed " + seed);
                    assertFalse(Character.isHighSurrogate(piece.charAt(piece.length() - 1)), "seed " + seed);
                }
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheNumbers() throws Exception {
        try (CausalModel model = TinyModels.causal(TinyModels.folder("llama"))) {
            ModelException refused = assertThrows(ModelException.class, () -> generate(model, PROMPT, GenerationOptions.greedy(300)));
            assertTrue(refused.getMessage().contains("256"), refused.getMessage());
        }
    }

    @Test
    void slidingGoesOnBehindTheEndOfTheModel() throws Exception {
        try (CausalModel model = TinyModels.causal(TinyModels.folder("llama"))) {
            Generated made = generate(model, new Prompt.Raw("long words ".repeat(200)),
                    options(400, new Sampling(0, 1, 0, 0.5, 0), List.of(), Overflow.SLIDE));
            // the prompt is cut to three quarters of the model, so that this slides more than once
            assertEquals(256 * 3 / 4, made.promptTokenCount());
            assertEquals(400, made.newTokenCount(), made.toString());
            assertTrue(made.newTokenCount() > model.maxTokenCount());
        }
    }

    /** The tiny model, told that it can hold more than a chunk. */
    @Test
    void aPromptOfSeveralChunksIsReadInTurnsAndAnsweredAsInOneStep() throws Exception {
        Path larger = Files.createDirectory(folder.resolve("larger"));
        for (String name : List.of("config.json", "generation_config.json", "model.onnx", "tokenizer.json", "tokenizer_config.json")) {
            Files.copy(TinyModels.folder("llama").resolve(name), larger.resolve(name));
        }
        String config = Files.readString(larger.resolve("config.json"));
        Files.writeString(larger.resolve("config.json"),
                config.replace("\"max_position_embeddings\": 256", "\"max_position_embeddings\": 1024"));
        AtomicInteger turns = new AtomicInteger();
        Turns counting = cancel -> {
            turns.incrementAndGet();
            return TinyModels::release;
        };
        String text = "The results show that long sentences are not always worse. ".repeat(30);
        try (CausalModel model = TinyModels.causal(larger)) {
            int[] ids = Arrays.stream(model.tokenizer().encodeIds(List.of(text), false)[0]).mapToInt(id -> (int) id).toArray();
            assertTrue(ids.length > 2 * 256 && ids.length < 4 * 256, ids.length + " tokens");
            long[] expected = new long[12];
            try (Continuation whole = model.graph().open(ids.length)) {
                whole.append(ids, 0, ids.length, 1, CancelToken.NEVER);
                for (int i = 0; i < expected.length; i++) {
                    int token = Sampler.greatest(whole.values(), whole.offset(0), model.graph().vocabulary());
                    expected[i] = token;
                    whole.append(new int[] {token}, 0, 1, 1, CancelToken.NEVER);
                }
            }
            Generated made = TinyModels.generator(model, counting).generate(
                    new Prompt.Raw(text), GenerationOptions.greedy(expected.length), TinyModels::ignore, CancelToken.NEVER);
            assertEquals(ids.length, made.promptTokenCount());
            assertEquals(model.tokenizer().decode(expected, true), made.text());
            int chunks = (ids.length + 255) / 256;
            assertTrue(turns.get() > chunks && turns.get() < chunks + expected.length, turns + " turns");
        }
    }

    /** Both keys with values and logits have 16 bits there. */
    @Test
    void aGraphOf16BitsSaysAboutTheSameAsOneOf32() throws Exception {
        String text = "The results show that short sentences are read faster, but long ones are not always worse.";
        try (CausalModel whole = TinyModels.causal(TinyModels.folder("llama"));
                CausalModel half = TinyModels.causal(TinyModels.folder("llama-half"))) {
            assertEquals(OnnxJavaType.FLOAT16, half.graph().logits());
            List<Double> expected = score(whole, "We", text);
            List<Double> made = score(half, "We", text);
            assertEquals(expected.size(), made.size());
            for (int i = 0; i < made.size(); i++) {
                assertEquals(expected.get(i), made.get(i), 0.1, "token " + i);
            }
            // token by token, with a text that grows beyond its first buffers
            GenerationOptions many = GenerationOptions.greedy(220);
            assertEquals(generate(half, PROMPT, many), generate(half, PROMPT, many));
            assertEquals(generate(whole, PROMPT, GenerationOptions.greedy(8)).text(),
                    generate(half, PROMPT, GenerationOptions.greedy(8)).text());
        }
    }

    @Test
    void chatIsRenderedByTheTemplateOfTheModel() throws Exception {
        try (CausalModel model = TinyModels.causal(TinyModels.folder("llama"))) {
            Generated chat = generate(model, Prompt.Chat.of(Optional.of("Be short."), "Hi"), GenerationOptions.greedy(8));
            Generated raw = generate(model,
                    new Prompt.Raw("<|im_start|>system\nBe short.<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"),
                    GenerationOptions.greedy(8));
            assertEquals(raw, chat);
        }
    }

    @Test
    void cancellingBetweenStepsKeepsTheModelUsable() throws Exception {
        try (CausalModel model = TinyModels.causal(TinyModels.folder("llama"))) {
            AtomicInteger steps = new AtomicInteger();
            Turns turns = cancel -> {
                cancel.check();
                steps.incrementAndGet();
                return TinyModels::release;
            };
            assertThrows(CancelledException.class, () -> TinyModels.generator(model, turns).generate(
                    PROMPT, GenerationOptions.greedy(100).withPrefixKey("k"), TinyModels::ignore, () -> steps.get() > 5));
            Generated after = generate(model, PROMPT, GenerationOptions.greedy(10).withPrefixKey("k"));
            assertEquals(generate(model, PROMPT, GenerationOptions.greedy(10)).text(), after.text());
        }
    }

    @Test
    void closingLeavesNothingOpen() throws Exception {
        int open = NativeHandles.open();
        try (CausalModel model = TinyModels.causal(TinyModels.folder("llama"))) {
            for (int i = 0; i < 5; i++) {
                generate(model, PROMPT, GenerationOptions.greedy(5).withPrefixKey("paper " + i));
            }
        }
        assertEquals(open, NativeHandles.open());
    }

    private static GenerationOptions options(int most, Sampling sampling, List<String> stops, Overflow overflow) {
        return new GenerationOptions(most, sampling, stops, new OutputConstraint.None(), overflow, Optional.empty());
    }

    private static Generated generate(CausalModel model, Prompt prompt, GenerationOptions options) throws Exception {
        Generator generator = TinyModels.generator(model, Turns.FREE);
        return generator.generate(prompt, options, TinyModels::ignore, CancelToken.NEVER);
    }
}
