package org.scholion.benchmarks;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.scholion.inference.Device;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.Generator.Generated;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Prompt;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.decode.CausalModel;
import org.scholion.inference.onnx.internal.layout.Graph;
import org.scholion.inference.onnx.internal.layout.ModelFolder;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.inference.onnx.internal.token.Tokenizer;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Speed of generation beside llama.cpp on the same weights and threads, in rounds that take turns. Arguments: the folder of the imported
 * model, its GGUF, the Python that has llama-cpp-python, the script of the peer, the file for the result.
 */
public final class GenerationBenchmarks {

    private static final int THREADS = 2;
    private static final int ROUNDS = 5;
    private static final int PROMPT_TOKEN_COUNT = 1_500;
    private static final int NEW_TOKEN_COUNT = 64;
    private static final int CANCELS = 100;

    private final Generator generator;
    private final String document;

    private GenerationBenchmarks(Generator generator) {
        this.generator = generator;
        document = document(generator);
    }

    /** Starts the measurement. */
    public static void main(String[] arguments) throws Exception {
        long before = residentBytes();
        try (CausalModel model = model(Path.of(arguments[0]))) {
            ModelDescriptor descriptor = new ModelDescriptor("model", "Model", ModelTask.GENERATION, List.of(), "", "1");
            Generator generator =
                    model.generator(descriptor, () -> new Device(Device.Kind.CPU, "CPU (" + THREADS + " threads)"), Turns.FREE);
            GenerationBenchmarks benchmarks = new GenerationBenchmarks(generator);
            JsonObject result = benchmarks.besidePeer(Path.of(arguments[1]), arguments[2], arguments[3]);
            benchmarks.secondQuestion(result);
            benchmarks.cancelling(result);
            result.addProperty("residentMegabytesOverStart", (residentBytes() - before) / 1e6);
            String text = new GsonBuilder().setPrettyPrinting().create().toJson(result);
            Files.writeString(Path.of(arguments[4]), text + "\n");
            System.out.println(text);
        }
    }

    private static CausalModel model(Path path) throws Exception {
        ModelFolder folder = ModelFolder.read(path);
        DeviceSession session = DeviceSession.open(folder.requiredGraph(Graph.MODEL, Device.Kind.CPU), Optional.empty(), THREADS);
        return CausalModel.of(folder, session, Tokenizer.open(folder.tokenizerFile()), CancelToken.NEVER);
    }

    /** Sentences up to the wanted number of tokens. */
    private static String document(Generator generator) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        String[] words = ("we the results show that a short model sentence reader finds in of paper method and which is long data language"
                + " measure section table figure clear than more reason").split(" ");
        while (generator.tokenCount(text.toString()) < PROMPT_TOKEN_COUNT) {
            for (int i = 0; i < 40; i++) {
                text.append(words[random.nextInt(words.length)]).append(i % 10 == 9 ? ". " : " ");
            }
        }
        return text.toString();
    }

    private JsonObject besidePeer(Path gguf, String python, String script) throws Exception {
        Path prompt = Files.writeString(Files.createTempFile("prompt", ".txt"), document);
        Process peer = new ProcessBuilder(python, script, gguf.toString(), prompt.toString(), String.valueOf(THREADS))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<double[]> ours = new ArrayList<>();
        List<double[]> theirs = new ArrayList<>();
        try (BufferedReader answers = peer.inputReader(StandardCharsets.UTF_8);
                BufferedWriter questions = peer.outputWriter(StandardCharsets.UTF_8)) {
            for (int round = 0; round <= ROUNDS; round++) {
                double[] our = round();
                questions.write(NEW_TOKEN_COUNT + "\n");
                questions.flush();
                JsonObject answer = JsonParser.parseString(answers.readLine()).getAsJsonObject();
                // the first round warms up
                if (round > 0) {
                    ours.add(our);
                    theirs.add(new double[] {
                        answer.get("promptTokens").getAsInt() / answer.get("promptSeconds").getAsDouble(),
                        NEW_TOKEN_COUNT / answer.get("decodeSeconds").getAsDouble(),
                    });
                }
            }
        } finally {
            peer.destroy();
            Files.delete(prompt);
        }
        JsonObject result = new JsonObject();
        result.addProperty("promptTokensPerSecond", median(ours, 0));
        result.addProperty("promptTokensPerSecondOfPeer", median(theirs, 0));
        result.addProperty("promptRatio", median(ours, 0) / median(theirs, 0));
        result.addProperty("decodeTokensPerSecond", median(ours, 1));
        result.addProperty("decodeTokensPerSecondOfPeer", median(theirs, 1));
        result.addProperty("decodeRatio", median(ours, 1) / median(theirs, 1));
        return result;
    }

    /** Tokens of the prompt, and new ones, per second. */
    private double[] round() throws Exception {
        long begin = System.nanoTime();
        AtomicLong first = new AtomicLong();
        AtomicLong last = new AtomicLong();
        Generated made = generator.generate(
                new Prompt.Raw(document), GenerationOptions.greedy(NEW_TOKEN_COUNT),
                piece -> {
                    first.compareAndSet(0, System.nanoTime());
                    last.set(System.nanoTime());
                }, CancelToken.NEVER);
        return new double[] {
            made.promptTokenCount() / ((first.get() - begin) / 1e9), (made.newTokenCount() - 1) / ((last.get() - first.get()) / 1e9),
        };
    }

    private void secondQuestion(JsonObject result) throws Exception {
        double first = firstTokenSeconds(document + " Question: what is long?", "paper");
        double second = firstTokenSeconds(document + " Question: who measures?", "paper");
        result.addProperty("firstQuestionSeconds", first);
        result.addProperty("secondQuestionSeconds", second);
        result.addProperty("secondOverFirst", second / first);
    }

    private double firstTokenSeconds(String prompt, String key) throws Exception {
        long begin = System.nanoTime();
        AtomicLong first = new AtomicLong();
        generator.generate(new Prompt.Raw(prompt), GenerationOptions.greedy(4).withPrefixKey(key),
                piece -> first.compareAndSet(0, System.nanoTime()), CancelToken.NEVER);
        return (first.get() - begin) / 1e9;
    }

    /** From the moment at which nobody waits any more to the return of the call, at random moments of a prompt. */
    private void cancelling(JsonObject result) {
        Random random = new Random(2);
        double[] millis = new double[CANCELS];
        for (int i = 0; i < CANCELS; i++) {
            long when = System.nanoTime() + 20_000_000L + random.nextInt(1_000) * 1_000_000L;
            try {
                generator.generate(new Prompt.Raw(document), GenerationOptions.greedy(NEW_TOKEN_COUNT), GenerationBenchmarks::ignore,
                        () -> System.nanoTime() > when);
            } catch (CancelledException cancelled) {
                millis[i] = (System.nanoTime() - when) / 1e6;
            } catch (ModelException e) {
                throw new IllegalStateException(e);
            }
        }
        Arrays.sort(millis);
        result.addProperty("cancelToIdleMillisP50", millis[CANCELS / 2]);
        result.addProperty("cancelToIdleMillisP99", millis[CANCELS - 1]);
    }

    private static void ignore(String piece) {
        // only the time counts
    }

    private static double median(List<double[]> rows, int column) {
        double[] sorted = rows.stream().mapToDouble(row -> row[column]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Of Linux; 0 elsewhere. */
    private static long residentBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        return 0;
    }
}
