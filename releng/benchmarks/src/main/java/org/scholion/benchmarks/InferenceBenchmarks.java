package org.scholion.benchmarks;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.scholion.inference.Device;
import org.scholion.inference.Encoder;
import org.scholion.inference.Encoder.Role;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Prompt;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.OnnxEngine;
import org.scholion.inference.onnx.internal.gguf.GgufImporter;
import org.scholion.text.CancelToken;

/**
 * Measures models and prints one JSON document.
 *
 * <p>Arguments: the folder of MiniLM; a folder with {@code model.gguf} (SmolLM2) and {@code texts.json} (abstracts); a Python with the
 * peers; the folder with their scripts; the file for the result; then the parts to measure, all where none is named.
 */
public final class InferenceBenchmarks {

    /** Of each run, ours and the peers'. */
    static final int THREADS = 2;

    private final Path miniLm;
    private final Path work;
    private final String python;
    private final Path scripts;
    private final List<String> parts;
    private final Map<String, Object> result = new LinkedHashMap<>();

    private InferenceBenchmarks(Path miniLm, Path work, String python, Path scripts, List<String> parts) {
        this.miniLm = miniLm;
        this.work = work;
        this.python = python;
        this.scripts = scripts;
        this.parts = parts;
    }

    public static void main(String[] arguments) throws Exception {
        InferenceBenchmarks benchmarks = new InferenceBenchmarks(
                Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], Path.of(arguments[3]),
                List.of(arguments).subList(5, arguments.length));
        benchmarks.measure();
        String json = new GsonBuilder().setPrettyPrinting().create().toJson(benchmarks.result);
        Files.writeString(Path.of(arguments[4]), json + "\n");
        System.out.println(json);
        // the threads of ONNX Runtime do not keep the process, those of the tokenizers might
        System.exit(0);
    }

    private void measure() throws Exception {
        result.put("machine", Machine.here());
        result.put("command", "releng/benchmarks/run-inference");
        result.put("threads", THREADS);
        Path gguf = work.resolve("model.gguf");
        Path smolLm = work.resolve("smollm2");
        if (!Files.exists(smolLm)) {
            Path unfinished = Files.createTempDirectory(work, "import");
            new GgufImporter().importTo(gguf, unfinished, done -> {
                // nobody watches
            }, CancelToken.NEVER);
            Files.move(unfinished, smolLm);
        }
        List<String> texts = StreamSupport.stream(
                        JsonParser.parseString(Files.readString(work.resolve("texts.json"))).getAsJsonArray().spliterator(), false)
                .map(element -> element.getAsString())
                .toList();
        OnnxEngine engine = new OnnxEngine();
        System.gc();
        long before = residentKiB();
        try (LoadedModel encoderModel = load(engine, miniLm, ModelTask.EMBEDDING);
                LoadedModel generatorModel = load(engine, smolLm, ModelTask.GENERATION)) {
            Encoder encoder = encoderModel.service(Encoder.class, Turns.FREE);
            Generator generator = generatorModel.service(Generator.class, Turns.FREE);
            encoder.embed(texts.subList(0, 32), Role.PASSAGE, CancelToken.NEVER);
            generator.generate(new Prompt.Raw(texts.getFirst()), GenerationOptions.greedy(16), InferenceBenchmarks::ignore, CancelToken.NEVER);
            System.gc();
            result.put("residentMiBOfBothModels", (residentKiB() - before) / 1024);
            Generation generation = new Generation(generator, texts.subList(0, 3));
            Path prompts = Files.writeString(work.resolve("prompts.json"), new Gson().toJson(generation.prompts()));
            part("embedding", () -> {
                try (Peer peer = peer("embedding_peer.py", miniLm, work.resolve("texts.json"))) {
                    return new Embedding(encoder, texts).besidePeer(peer);
                }
            });
            part("overhead", () -> new Overhead(engine, miniLm, texts.subList(0, 400)).measure());
            part("generation", () -> {
                try (Peer peer = peer("llama_peer.py", gguf, prompts)) {
                    return generation.besidePeer(peer);
                }
            });
            part("writing", () -> {
                try (Peer peer = peer("llama_peer.py", gguf, prompts)) {
                    return generation.writingBesidePeer(peer);
                }
            });
            part("secondQuestion", generation::secondQuestion);
            part("cancelToIdle", generation::cancelling);
        }
    }

    private void part(String name, Callable<Object> measurement) throws Exception {
        if (parts.isEmpty() || parts.contains(name)) {
            System.err.println("measuring: " + name);
            result.put(name, measurement.call());
        }
    }

    private Peer peer(String script, Path model, Path input) throws IOException {
        return Peer.start(List.of(
                python, scripts.resolve(script).toString(), model.toString(), input.toString(), String.valueOf(THREADS)));
    }

    private static LoadedModel load(OnnxEngine engine, Path folder, ModelTask task) throws Exception {
        return engine.load(source(folder, task), new ModelEngine.Options(Device.Kind.CPU, THREADS), CancelToken.NEVER);
    }

    static ModelEngine.Source source(Path folder, ModelTask task) {
        String name = String.valueOf(folder.getFileName());
        return new ModelEngine.Source(new ModelDescriptor(name, name, task, List.of(), "", "1"), folder);
    }

    /** Of Linux; 0 elsewhere. */
    private static long residentKiB() throws IOException {
        return Machine.parseKiB(Machine.value(Path.of("/proc/self/status"), "VmRSS"));
    }

    static void ignore(String piece) {
        // only the time counts
    }
}
