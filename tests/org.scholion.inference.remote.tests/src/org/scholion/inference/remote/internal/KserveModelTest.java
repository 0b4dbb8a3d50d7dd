package org.scholion.inference.remote.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.Classifier;
import org.scholion.inference.Classifier.Input;
import org.scholion.inference.Encoder;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelException;
import org.scholion.inference.OutputConstraint;
import org.scholion.inference.Prompt;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.RemoteModel.Activation;
import org.scholion.inference.RemoteModel.Kind;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class KserveModelTest {

    private static final List<String> TWO = List.of("no", "yes");

    private final List<String> pieces = new ArrayList<>();
    private final Loading loading = new Loading();

    @AfterEach
    void close() throws IOException {
        loading.close();
    }

    private static FakeServer server(String shape, String... writerInputs) {
        return new FakeServer(new FakeKserve(shape, List.of(writerInputs))::answer);
    }

    private Classifier classifier(FakeServer server, RemoteModel.Tensors names, List<String> labels, Activation activation)
            throws ModelException, CancelledException {
        return loading.service(
                FakeKserve.model(server, "pairs", Kind.CLASSIFICATION, Optional.of(names), labels, activation), Classifier.class);
    }

    private Encoder encoder(FakeServer server) throws ModelException, CancelledException {
        return loading.service(
                FakeKserve.model(server, "a b/c", Kind.EMBEDDINGS, Optional.of(FakeKserve.NAMES), List.of(), Activation.NONE),
                Encoder.class);
    }

    private Generator generator(FakeServer server) throws ModelException, CancelledException {
        return loading.service(
                FakeKserve.model(server, "writer", Kind.COMPLETIONS, Optional.empty(), List.of(), Activation.NONE), Generator.class);
    }

    private static JsonObject lastBody(FakeServer server) {
        return JsonParser.parseString(server.seen.getLast().body()).getAsJsonObject();
    }

    @Test
    void loadingAsksForReadinessAndTensorsOnly() throws Exception {
        try (FakeServer server = server("[-1,1]")) {
            encoder(server);
            assertEquals(
                    List.of("/v2/models/a%20b%2Fc/ready", "/v2/models/a%20b%2Fc"),
                    server.seen.stream().map(FakeServer.Seen::path).toList());
            assertTrue(server.seen.stream().allMatch(request -> request.body().isEmpty()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"[-1,1]; [2,1]", "[-1]; [2]"})
    void textsHaveTheShapeThatTheServerWants(String shape, String sent) throws Exception {
        try (FakeServer server = server(shape)) {
            encoder(server).embed(List.of("ab", "c"), Encoder.Role.QUERY, CancelToken.NEVER);
            assertEquals(
                    JsonParser.parseString("{\"inputs\":[{\"name\":\"text\",\"shape\":" + sent
                            + ",\"datatype\":\"BYTES\",\"data\":[\"ab\",\"c\"]}],\"outputs\":[{\"name\":\"out\"}]}"),
                    lastBody(server));
        }
    }

    @Test
    void nestedDataAreTheSameNumbers() throws Exception {
        FakeKserve models = new FakeKserve("[-1]", List.of());
        FakeServer.Answer nested = FakeServer.json("{\"outputs\":[{\"name\":\"out\",\"data\":[[[1,2]],[[3,4]]]}]}");
        try (FakeServer server =
                new FakeServer(request -> request.path().endsWith("/infer") ? nested : models.answer(request))) {
            var vectors = encoder(server).embed(List.of("a", "b"), Encoder.Role.QUERY, CancelToken.NEVER);
            assertArrayEquals(new float[] {3, 4}, vectors.vector(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}",
        "{\"outputs\":[]}",
        "{\"outputs\":[{\"name\":\"other\",\"data\":[1,2]}]}",
        "{\"outputs\":[{\"name\":\"out\",\"data\":[]}]}",
        "{\"outputs\":[{\"name\":\"out\",\"data\":[1,\"a\"]}]}",
        "{\"outputs\":[{\"name\":\"out\",\"data\":[1,2,3]}]}",
        "{\"error\":\"out of memory\"}"
    })
    void anAnswerWithoutItsNumbersIsAnError(String body) throws Exception {
        FakeKserve models = new FakeKserve("[-1]", List.of());
        try (FakeServer server = new FakeServer(
                request -> request.path().endsWith("/infer") ? FakeServer.json(body) : models.answer(request))) {
            Encoder encoder = encoder(server);
            ModelException broken = assertThrows(
                    ModelException.class, () -> encoder.embed(List.of("a"), Encoder.Role.QUERY, CancelToken.NEVER));
            assertTrue(String.valueOf(broken.getMessage()).contains(server.address().toString()));
        }
    }

    @Test
    void aModelThatIsNotReadyIsNotLoaded() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.status(400, "{\"error\":\"still loading\"}"))) {
            ModelException notReady = assertThrows(ModelException.class, () -> encoder(server));
            assertTrue(String.valueOf(notReady.getMessage()).contains("still loading"));
        }
    }

    @Test
    void aTensorThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
        try (FakeServer server = server("[-1]")) {
            RemoteModel.Tensors wrong = new RemoteModel.Tensors("texts", Optional.empty(), "out");
            ModelException unknown =
                    assertThrows(ModelException.class, () -> classifier(server, wrong, TWO, Activation.NONE));
            assertTrue(String.valueOf(unknown.getMessage()).contains("texts"));
            assertTrue(String.valueOf(unknown.getMessage()).contains("second"));
        }
    }

    @Test
    void logitsBecomeProbabilities() throws Exception {
        try (FakeServer server = server("[-1,1]")) {
            Classifier softmax = classifier(server, FakeKserve.NAMES, TWO, Activation.SOFTMAX);
            List<Double> scores = softmax.classify(List.of(Input.of("ab")), CancelToken.NEVER).getFirst().scores();
            assertEquals(1 / (1 + Math.exp(-1)), scores.get(0), 1e-12);
            assertEquals(1 / (1 + Math.exp(1)), scores.get(1), 1e-12);
            Classifier sigmoid = classifier(server, FakeKserve.NAMES, TWO, Activation.SIGMOID);
            assertEquals(
                    List.of(1 / (1 + Math.exp(-2)), 1 / (1 + Math.exp(-1))),
                    sigmoid.classify(List.of(Input.of("ab")), CancelToken.NEVER).getFirst().scores());
        }
    }

    @Test
    void logitsAreNotTakenForProbabilities() throws Exception {
        try (FakeServer server = server("[-1,1]")) {
            Classifier classifier = classifier(server, FakeKserve.NAMES, TWO, Activation.NONE);
            assertThrows(ModelException.class, () -> classifier.classify(List.of(Input.of("ab")), CancelToken.NEVER));
        }
    }

    @Test
    void anotherNumberOfLabelsIsAnError() throws Exception {
        try (FakeServer server = server("[-1,1]")) {
            Classifier classifier = classifier(server, FakeKserve.NAMES, List.of("only"), Activation.NONE);
            assertThrows(ModelException.class, () -> classifier.classify(List.of(Input.of("ab")), CancelToken.NEVER));
        }
    }

    @Test
    void ofAPairTheLongerIsCutFirst() throws Exception {
        try (FakeServer server = server("[-1,1]")) {
            Classifier classifier = classifier(server, FakeKserve.PAIR_NAMES, TWO, Activation.SOFTMAX);
            classifier.classify(
                    List.of(Input.ofPair("a b c d", "x ".repeat(100)), Input.ofPair("y ".repeat(100), "z ".repeat(100))),
                    CancelToken.NEVER);
            JsonObject first = lastBody(server).getAsJsonArray("inputs").get(0).getAsJsonObject();
            JsonObject second = lastBody(server).getAsJsonArray("inputs").get(1).getAsJsonObject();
            assertEquals("a b c d", first.getAsJsonArray("data").get(0).getAsString());
            assertEquals(60, TokenEstimate.count(second.getAsJsonArray("data").get(0).getAsString()));
            assertEquals(32, TokenEstimate.count(first.getAsJsonArray("data").get(1).getAsString()));
            assertEquals(32, TokenEstimate.count(second.getAsJsonArray("data").get(1).getAsString()));
        }
    }

    @Test
    void pairsAndSingleTextsAreNotMixedUp() throws Exception {
        try (FakeServer server = server("[-1,1]")) {
            Classifier single = classifier(server, FakeKserve.NAMES, TWO, Activation.SOFTMAX);
            Classifier pairs = classifier(server, FakeKserve.PAIR_NAMES, TWO, Activation.SOFTMAX);
            assertThrows(ModelException.class, () -> single.classify(List.of(Input.ofPair("a", "b")), CancelToken.NEVER));
            assertThrows(ModelException.class, () -> pairs.classify(List.of(Input.of("a")), CancelToken.NEVER));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "none; {\"text_input\":\"a\",\"parameters\":{\"max_tokens\":9,\"temperature\":0.0,\"stream\":true,\"exclude_input_in_output\":true}}",
        "max_tokens; {\"text_input\":\"a\",\"max_tokens\":9,\"parameters\":{\"temperature\":0.0,\"stream\":true,\"exclude_input_in_output\":true}}",
        "sampling_parameters; {\"text_input\":\"a\",\"sampling_parameters\":\"{\\\"max_tokens\\\":9,\\\"temperature\\\":0.0}\",\"parameters\":{\"stream\":true,\"exclude_input_in_output\":true}}"
    })
    void optionsGoWhereTheModelTakesThem(String input, String sent) throws Exception {
        try (FakeServer server = server("[1]", input)) {
            generator(server).generate(new Prompt.Raw("a"), GenerationOptions.greedy(9), pieces::add, CancelToken.NEVER);
            assertEquals(JsonParser.parseString(sent), lastBody(server));
        }
    }

    @Test
    void whatTheProtocolCannotIsSaidBeforeAnythingIsSent() throws Exception {
        try (FakeServer server = server("[1]")) {
            Generator generator = generator(server);
            int sent = server.seen.size();
            GenerationOptions free = GenerationOptions.greedy(9);
            GenerationOptions bound = free.withConstraint(new OutputConstraint.Grammar("root ::= \"a\""));
            Prompt chat = Prompt.Chat.of(Optional.empty(), "a");
            assertThrows(ModelException.class, () -> generator.generate(chat, free, pieces::add, CancelToken.NEVER));
            assertThrows(
                    ModelException.class, () -> generator.generate(new Prompt.Raw("a"), bound, pieces::add, CancelToken.NEVER));
            assertThrows(ModelException.class, () -> generator.logProbabilities("a", List.of("b"), CancelToken.NEVER));
            assertEquals(sent, server.seen.size());
        }
    }

    @Test
    void aFailureInsideAStreamIsNamed() throws Exception {
        FakeKserve models = new FakeKserve("[1]", List.of());
        FakeServer.Answer failing = FakeServer.events("{\"text_output\":\"a\"}", "{\"error\":\"out of blocks\"}");
        try (FakeServer server =
                new FakeServer(request -> request.path().endsWith("_stream") ? failing : models.answer(request))) {
            Generator generator = generator(server);
            ModelException failed = assertThrows(
                    ModelException.class,
                    () -> generator.generate(new Prompt.Raw("a"), GenerationOptions.greedy(9), pieces::add, CancelToken.NEVER));
            assertTrue(String.valueOf(failed.getMessage()).contains("out of blocks"));
        }
    }
}
