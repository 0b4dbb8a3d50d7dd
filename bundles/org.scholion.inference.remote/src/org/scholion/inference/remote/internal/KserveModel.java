package org.scholion.inference.remote.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * A model behind the open inference protocol, version 2, by REST.
 *
 * @param server that it is on
 * @param inputs its tensors by name
 * @param outputs its tensors by name
 */
record KserveModel(Server server, Map<String, Tensor> inputs, Map<String, Tensor> outputs) {

    private static final String TEXT = "BYTES";

    /**
     * A tensor as the server describes it.
     *
     * @param datatype such as {@code BYTES} or {@code FP32}
     * @param shape its lengths; -1 for any
     */
    record Tensor(String datatype, List<Integer> shape) {}

    KserveModel {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }

    /**
     * Asks the server whether the model is ready and what its tensors are; no text is sent.
     *
     * @throws ModelException also when tensors that the user named are missing or of another type
     */
    static KserveModel find(Server server, CancelToken cancel) throws ModelException, CancelledException {
        String path = path(server);
        server.ping(new Server.Request(path + "/ready", Optional.empty()), Turns.FREE, cancel);
        JsonObject metadata = server.json(new Server.Request(path, Optional.empty()), Turns.FREE, cancel);
        KserveModel model = new KserveModel(server, tensors(metadata, "inputs"), tensors(metadata, "outputs"));
        Optional<RemoteModel.Tensors> names = server.model().tensors();
        if (names.isPresent()) {
            model.check(model.inputs, names.get().input(), TEXT);
            if (names.get().pair().isPresent()) {
                model.check(model.inputs, names.get().pair().get(), TEXT);
            }
            model.check(model.outputs, names.get().output(), "FP");
        }
        return model;
    }

    private static Map<String, Tensor> tensors(JsonObject metadata, String key) {
        Map<String, Tensor> tensors = new HashMap<>();
        for (JsonElement element : Json.array(metadata, key)) {
            if (element instanceof JsonObject tensor) {
                List<Integer> shape = new ArrayList<>();
                Json.array(tensor, "shape").forEach(length -> shape.add(Json.number(length).map(Double::intValue).orElse(-1)));
                tensors.put(Json.text(tensor, "name").orElse(""), new Tensor(Json.text(tensor, "datatype").orElse(""), shape));
            }
        }
        return tensors;
    }

    private void check(Map<String, Tensor> tensors, String name, String datatype) throws ModelException {
        Tensor tensor = tensors.get(name);
        if (!tensors.containsKey(name) || !tensor.datatype().startsWith(datatype)) {
            throw new ModelException(NLS.bind(
                    Messages.Tensor_unknown,
                    new Object[] {server.model().model(), server.address(), name, datatype, String.join(", ", tensors.keySet())}));
        }
    }

    static String path(Server server) {
        return "/v2/models/" + URLEncoder.encode(server.model().model(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** How many numbers the server says a row has. */
    Optional<Integer> rowLength() {
        List<Integer> shape = server.model().tensors().map(names -> outputs.get(names.output()).shape()).orElse(List.of());
        return shape.size() < 2 ? Optional.empty() : Optional.of(shape.getLast()).filter(length -> length > 0);
    }

    /**
     * Numbers for texts, or for pairs of texts, by one request.
     *
     * @param pairs as many as texts, or none
     * @return a row of the same length for each text
     */
    List<float[]> infer(List<String> texts, List<String> pairs, Turns turns, CancelToken cancel) throws ModelException, CancelledException {
        RemoteModel.Tensors names = server.model().tensors().orElseThrow();
        JsonArray given = new JsonArray();
        given.add(tensor(names.input(), texts));
        if (!pairs.isEmpty()) {
            given.add(tensor(names.pair().orElseThrow(), pairs));
        }
        JsonObject output = new JsonObject();
        output.addProperty("name", names.output());
        JsonArray wanted = new JsonArray();
        wanted.add(output);
        JsonObject body = new JsonObject();
        body.add("inputs", given);
        body.add("outputs", wanted);
        JsonObject answer = server.json(new Server.Request(path(server) + "/infer", Optional.of(body)), turns, cancel);
        for (JsonElement element : Json.array(answer, "outputs")) {
            if (element instanceof JsonObject tensor && Json.text(tensor, "name").equals(Optional.of(names.output()))) {
                return rows(tensor, texts.size());
            }
        }
        throw server.lacking(names.output());
    }

    /** A column where the server says that it wants a batch of rows, as Triton does, else a list. */
    private JsonObject tensor(String name, List<String> texts) {
        Tensor tensor = inputs.get(name);
        JsonArray shape = new JsonArray();
        shape.add(texts.size());
        if (inputs.containsKey(name) && tensor.shape().size() == 2) {
            shape.add(1);
        }
        JsonArray data = new JsonArray();
        texts.forEach(data::add);
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.add("shape", shape);
        json.addProperty("datatype", TEXT);
        json.add("data", data);
        return json;
    }

    /** Servers send data flat or nested; both are the same numbers in the same order. */
    private List<float[]> rows(JsonObject tensor, int count) throws ModelException {
        List<Float> numbers = new ArrayList<>();
        flatten(Json.array(tensor, "data"), numbers);
        if (numbers.isEmpty() || numbers.size() % count != 0) {
            throw server.lacking("outputs[].data");
        }
        int length = numbers.size() / count;
        List<float[]> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = numbers.get(row * length + i);
            }
            rows.add(values);
        }
        return rows;
    }

    private void flatten(JsonArray data, List<Float> numbers) throws ModelException {
        for (JsonElement element : data) {
            if (element instanceof JsonArray inner) {
                flatten(inner, numbers);
            } else {
                Optional<Double> number = Json.number(element);
                if (number.isEmpty()) {
                    throw server.lacking("outputs[].data");
                }
                numbers.add(number.get().floatValue());
            }
        }
    }
}
