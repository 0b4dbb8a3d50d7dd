package org.scholion.inference.remote.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scholion.inference.RemoteModel;

/**
 * The models of a KServe server, as far as tests need them: {@code lengths} gives the length of each text and 1, {@code pairs} the
 * lengths of both texts of a pair, {@code writer} goes on with fixed tokens.
 *
 * @param shape of inputs, as metadata
 * @param writerInputs names of the tensors of {@code writer} beside {@code text_input}
 */
record FakeKserve(String shape, List<String> writerInputs) {

    static final RemoteModel.Tensors NAMES = new RemoteModel.Tensors("text", Optional.empty(), "out");
    static final RemoteModel.Tensors PAIR_NAMES = new RemoteModel.Tensors("text", Optional.of("second"), "out");

    static RemoteModel model(
            FakeServer server, String name, RemoteModel.Kind kind, Optional<RemoteModel.Tensors> tensors, List<String> labels,
            RemoteModel.Activation activation) {
        return new RemoteModel(
                RemoteModel.Protocol.KSERVE_V2,
                server.address(),
                name,
                kind,
                Optional.empty(),
                120,
                64,
                Optional.empty(),
                tensors,
                labels,
                activation);
    }

    FakeServer.Answer answer(FakeServer.Seen request) {
        String path = request.path();
        if (path.endsWith("/ready")) {
            return FakeServer.status(200, "");
        }
        if (path.endsWith("/infer")) {
            return infer(JsonParser.parseString(request.body()).getAsJsonObject());
        }
        if (path.endsWith("/generate_stream")) {
            return generate(JsonParser.parseString(request.body()).getAsJsonObject());
        }
        return FakeServer.json(metadata(path.substring(path.lastIndexOf('/') + 1)));
    }

    private String metadata(String name) {
        List<String> names = new ArrayList<>();
        if (name.equals("writer")) {
            names.add("text_input");
            names.addAll(writerInputs);
        } else {
            names.addAll(List.of("text", "second"));
        }
        String inputs = String.join(",", names.stream()
                .map(input -> "{\"name\":\"" + input + "\",\"datatype\":\"BYTES\",\"shape\":" + shape + "}")
                .toList());
        return "{\"name\":\"" + name + "\",\"inputs\":[" + inputs
                + "],\"outputs\":[{\"name\":\"out\",\"datatype\":\"FP32\",\"shape\":[-1,2]}]}";
    }

    private FakeServer.Answer infer(JsonObject body) {
        JsonArray inputs = body.getAsJsonArray("inputs");
        JsonArray first = inputs.get(0).getAsJsonObject().getAsJsonArray("data");
        JsonArray data = new JsonArray();
        for (int i = 0; i < first.size(); i++) {
            data.add(first.get(i).getAsString().length());
            data.add(inputs.size() < 2
                    ? 1
                    : inputs.get(1).getAsJsonObject().getAsJsonArray("data").get(i).getAsString().length());
        }
        return FakeServer.json("{\"outputs\":[{\"name\":\"out\",\"datatype\":\"FP32\",\"shape\":[" + first.size() + ",2],\"data\":"
                + data + "}]}");
    }

    private FakeServer.Answer generate(JsonObject body) {
        JsonElement limit = body.has("sampling_parameters")
                ? JsonParser.parseString(body.get("sampling_parameters").getAsString()).getAsJsonObject().get("max_tokens")
                : body.has("max_tokens") ? body.get("max_tokens") : body.getAsJsonObject("parameters").get("max_tokens");
        return FakeServer.events(OpenAiGeneratorContractTest.TOKENS.stream()
                .limit(limit.getAsInt())
                .map(token -> "{\"model_name\":\"writer\",\"text_output\":\"" + token + "\"}")
                .toArray(String[]::new));
    }
}
