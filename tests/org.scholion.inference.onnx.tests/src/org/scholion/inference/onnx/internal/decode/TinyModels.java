package org.scholion.inference.onnx.internal.decode;

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
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.layout.Graph;
import org.scholion.inference.onnx.internal.layout.ModelFolder;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.inference.onnx.internal.token.Tokenizer;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

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
        Optional<Path> merged = folder.graph(Graph.DECODER_MERGED, Device.Kind.CPU);
        Path file = merged.isPresent() ? merged.get() : folder.requiredGraph(Graph.MODEL, Device.Kind.CPU);
        DeviceSession session = open(file);
        return CausalModel.of(folder, session, Tokenizer.open(folder.tokenizerFile()), CancelToken.NEVER);
    }

    static Seq2SeqModel seq2seq(String name) throws Exception {
        ModelFolder folder = ModelFolder.read(folder(name));
        DeviceSession encoder = open(folder.requiredGraph(Graph.ENCODER, Device.Kind.CPU));
        Optional<Path> merged = folder.graph(Graph.DECODER_MERGED, Device.Kind.CPU);
        Path first = merged.isPresent() ? merged.get() : folder.requiredGraph(Graph.DECODER, Device.Kind.CPU);
        Optional<DeviceSession> next = merged.isPresent()
                ? Optional.empty()
                : Optional.of(open(folder.requiredGraph(Graph.DECODER_WITH_PAST, Device.Kind.CPU)));
        return Seq2SeqModel.of(
                folder, encoder, open(first), next, Tokenizer.open(folder.tokenizerFile()));
    }

    private static DeviceSession open(Path file) throws ModelException, CancelledException {
        return DeviceSession.open(file, Optional.empty(), 1);
    }

    static Generator generator(CausalModel model, Turns turns) {
        return model.generator(DESCRIPTOR, () -> new Device(Device.Kind.CPU, "CPU"), turns);
    }

    /** For outputs whose pieces are of no interest. */
    static void ignore(String piece) {
        // the result has the whole text
    }

    /** Nothing is held between steps. */
    static void release() {
        // nothing to give back
    }

    static long[] longs(JsonArray array) {
        return array.asList().stream().mapToLong(element -> element.getAsLong()).toArray();
    }
}
