package org.scholion.inference.remote.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelException;
import org.scholion.inference.RemoteModel;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class OpenAiEncoderTest extends EncoderContract {

    private final Loading loading = new Loading();
    private final FakeServer server = new FakeServer(OpenAiEncoderTest::lengths);

    @AfterEach
    void close() throws IOException {
        loading.close();
        server.close();
    }

    /** Answers backwards: the index says which is which. */
    private static FakeServer.Answer lengths(FakeServer.Seen request) {
        JsonArray input = JsonParser.parseString(request.body()).getAsJsonObject().getAsJsonArray("input");
        JsonArray data = new JsonArray();
        for (int i = input.size() - 1; i >= 0; i--) {
            JsonObject item = new JsonObject();
            item.addProperty("index", i);
            item.add("embedding", JsonParser.parseString("[" + input.get(i).getAsString().length() + ",1]"));
            data.add(item);
        }
        JsonObject answer = new JsonObject();
        answer.add("data", data);
        return FakeServer.json(answer.toString());
    }

    @Override
    Encoder encoder() throws ModelException, CancelledException {
        return loading.service(Loading.openAi(server, RemoteModel.Kind.EMBEDDINGS), Encoder.class);
    }

    private static RemoteModel model(FakeServer server, int dimension) {
        RemoteModel model = Loading.openAi(server, RemoteModel.Kind.EMBEDDINGS);
        return new RemoteModel(
                model.protocol(),
                model.address(),
                model.model(),
                model.kind(),
                model.secret(),
                model.timeoutSeconds(),
                model.contextTokenCount(),
                Optional.of(dimension),
                model.tensors(),
                model.labels(),
                model.activation());
    }

    @Test
    void onlyAFixedWordIsSentWhenAModelOfUnknownLengthIsLoaded() throws Exception {
        encoder();
        assertEquals(1, server.seen.size());
        assertTrue(server.seen.getFirst().body().contains("[\"word\"]"));
    }

    @Test
    void nothingIsSentWhenTheLengthIsKnown() throws Exception {
        assertEquals(7, loading.service(model(server, 7), Encoder.class).dimension());
        assertTrue(server.seen.isEmpty());
    }

    @Test
    void anotherLengthThanSaidIsAnError() throws Exception {
        Encoder encoder = loading.service(model(server, 7), Encoder.class);
        assertThrows(ModelException.class, () -> encoder.embed(List.of("a"), Encoder.Role.QUERY, CancelToken.NEVER));
    }

    @Test
    void textsGoInBatchesLongestFirst() throws Exception {
        Encoder encoder = loading.service(model(server, 2), Encoder.class);
        List<String> texts = IntStream.range(0, 40).mapToObj(i -> "y".repeat(i + 1)).toList();
        encoder.embed(texts, Encoder.Role.PASSAGE, CancelToken.NEVER);
        assertEquals(2, server.seen.size());
        assertTrue(server.seen.getFirst().body().contains("y".repeat(40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}",
        "{\"data\":[]}",
        "{\"data\":[{\"embedding\":[]}]}",
        "{\"data\":[{\"embedding\":[\"a\"]}]}",
        "{\"data\":[{\"embedding\":[1e999]}]}",
        "{\"data\":[{\"index\":5,\"embedding\":[1]}]}",
        "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":0,\"embedding\":[1]}]}",
        "{\"data\":[7]}"
    })
    void anAnswerWithoutVectorsIsAnError(String body) throws Exception {
        try (FakeServer broken = new FakeServer(FakeServer.json(body))) {
            assertThrows(
                    ModelException.class, () -> loading.service(Loading.openAi(broken, RemoteModel.Kind.EMBEDDINGS), Encoder.class));
        }
    }
}
