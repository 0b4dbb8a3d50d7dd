package org.scholion.inference.onnx.internal.decode;

import ai.onnxruntime.OrtSession.SessionOptions;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scholion.inference.Device;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.layout.Graph;
import org.scholion.inference.onnx.internal.layout.ModelFolder;
import org.scholion.inference.onnx.internal.session.NativeSession;
import org.scholion.inference.onnx.internal.token.Tokenizer;
import org.scholion.text.CancelToken;

/** The models of models/tiny/make_decoders.py with what transformers makes of them. */
final class TinyModels {

    static final ModelDescriptor DESCRIPTOR =
            new ModelDescriptor("tiny", "Tiny", ModelTask.GENERATION, List.of(), "EPL-2.0", "1");

    private TinyModels() {}

    static Path folder(String name) {
        return Path.of("models/decoders", name);
    }

    static JsonObject golden(String name) throws Exception {
        return JsonParser.parseString(Files.readString(folder(name).resolve("golden.json"))).getAsJsonObject();
    }

    static CausalModel causal(Path path) throws Exception {
        ModelFolder folder = ModelFolder.read(path);
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            Optional<Path> merged = folder.graph(Graph.DECODER_MERGED, Device.Kind.CPU);
            Path file = merged.isPresent() ? merged.get() : folder.requiredGraph(Graph.MODEL, Device.Kind.CPU);
            NativeSession session = NativeSession.open(file, options);
            return CausalModel.of(folder, session, Tokenizer.open(folder.tokenizerFile()), CancelToken.NEVER);
        }
    }

    static Seq2SeqModel seq2seq(String name) throws Exception {
        ModelFolder folder = ModelFolder.read(folder(name));
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            NativeSession encoder = NativeSession.open(folder.requiredGraph(Graph.ENCODER, Device.Kind.CPU), options);
            Optional<Path> merged = folder.graph(Graph.DECODER_MERGED, Device.Kind.CPU);
            Path first = merged.isPresent() ? merged.get() : folder.requiredGraph(Graph.DECODER, Device.Kind.CPU);
            Optional<NativeSession> next = merged.isPresent()
                    ? Optional.empty()
                    : Optional.of(NativeSession.open(folder.requiredGraph(Graph.DECODER_WITH_PAST, Device.Kind.CPU), options));
            return Seq2SeqModel.of(
                    folder, encoder, NativeSession.open(first, options), next, Tokenizer.open(folder.tokenizerFile()));
        }
    }

    static Generator generator(CausalModel model, Turns turns) {
        return model.generator(DESCRIPTOR, () -> new Device(Device.Kind.CPU, "CPU"), turns);
    }

    static long[] longs(JsonArray array) {
        return array.asList().stream().mapToLong(element -> element.getAsLong()).toArray();
    }
}
