package org.scholion.inference.remote.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.scholion.inference.ModelException;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Vectors by {@code /embeddings}. Empty texts go as one space, since servers refuse empty ones. */
record OpenAiEmbeddingCall(Server server, Turns turns) implements EmbeddingCall {

    @Override
    public List<float[]> rows(List<String> texts, CancelToken cancel) throws ModelException, CancelledException {
        JsonArray input = new JsonArray();
        texts.forEach(text -> input.add(text.isEmpty() ? " " : text));
        JsonObject body = new JsonObject();
        body.addProperty("model", server.model().model());
        body.add("input", input);
        body.addProperty("encoding_format", "float");
        JsonArray data = Json.array(server.json(new Server.Request("/embeddings", Optional.of(body)), turns, cancel), "data");
        List<float[]> rows = new ArrayList<>(Collections.nCopies(texts.size(), new float[0]));
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i) instanceof JsonObject item) {
                int index = Json.count(item, "index").orElse(i);
                if (index < rows.size()) {
                    rows.set(index, row(Json.array(item, "embedding")));
                }
            }
        }
        if (data.size() != texts.size() || rows.stream().anyMatch(row -> row.length == 0)) {
            throw server.lacking("data[].embedding");
        }
        return rows;
    }

    private float[] row(JsonArray numbers) throws ModelException {
        float[] row = new float[numbers.size()];
        int at = 0;
        for (JsonElement number : numbers) {
            Optional<Double> value = Json.number(number);
            if (value.isEmpty()) {
                throw server.lacking("data[].embedding");
            }
            row[at++] = value.get().floatValue();
        }
        return row;
    }
}
