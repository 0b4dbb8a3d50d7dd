package org.scholion.inference.remote.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.GenerationOptions.Overflow;
import org.scholion.inference.GenerationOptions.Sampling;
import org.scholion.inference.Generator;
import org.scholion.inference.Generator.Finish;
import org.scholion.inference.ModelException;
import org.scholion.inference.OutputConstraint;
import org.scholion.inference.Prompt;
import org.scholion.inference.RemoteModel;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class OpenAiGeneratorTest {

    private static final String STOP = "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}";
    private static final Prompt HI = Prompt.Chat.of(Optional.of("Be brief."), "Hi");
    private static final FakeServer.Answer GOOD = FakeServer.events(piece("Hello"), STOP, "[DONE]");

    private final List<String> pieces = new ArrayList<>();
    private final Loading loading = new Loading();

    @AfterEach
    void close() throws IOException {
        loading.close();
    }

    private static String piece(String text) {
        return "{\"choices\":[{\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}],\"usage\":null}";
    }

    private Generator generator(FakeServer server) throws ModelException, CancelledException {
        return loading.service(Loading.openAi(server, RemoteModel.Kind.CHAT), Generator.class);
    }

    private Generator.Generated ask(FakeServer server, Prompt prompt, GenerationOptions options)
            throws ModelException, CancelledException {
        return generator(server).generate(prompt, options, pieces::add, CancelToken.NEVER);
    }

    private static JsonObject body(FakeServer server, int index) {
        return JsonParser.parseString(server.seen.get(index).body()).getAsJsonObject();
    }

    private static GenerationOptions options(Sampling sampling, String... stops) {
        return new GenerationOptions(
                10, sampling, List.of(stops), new OutputConstraint.None(), Overflow.REFUSE, Optional.empty());
    }

    @Test
    void aConversationIsSentAsItIs() throws Exception {
        try (FakeServer server = new FakeServer(GOOD)) {
            ask(server, HI, GenerationOptions.greedy(10));
            assertEquals("POST", server.seen.getFirst().method());
            assertEquals("/v1/chat/completions", server.seen.getFirst().path());
            assertEquals(
                    JsonParser.parseString("{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                            + "{\"role\":\"user\",\"content\":\"Hi\"}],\"max_tokens\":10,\"stream\":true,"
                            + "\"stream_options\":{\"include_usage\":true},\"temperature\":0.0}"),
                    body(server, 0));
        }
    }

    @Test
    void nothingIsSentAboutTheMachine() throws Exception {
        try (FakeServer server = new FakeServer(GOOD)) {
            ask(server, HI, GenerationOptions.greedy(10));
            assertEquals(
                    List.of("accept", "connection", "content-length", "content-type", "host", "user-agent").stream()
                            .filter(server.seen.getFirst().headers()::containsKey)
                            .toList(),
                    List.copyOf(server.seen.getFirst().headers().keySet()));
            assertEquals("Scholion", server.seen.getFirst().headers().get("user-agent"));
        }
    }

    @Test
    void samplingIsSent() throws Exception {
        try (FakeServer server = new FakeServer(GOOD)) {
            ask(server, HI, options(new Sampling(0.7, 0.9, 0.05, 1.1, 42), "a", "b", "c", "d", "e"));
            JsonObject body = body(server, 0);
            assertEquals(0.7, body.get("temperature").getAsDouble());
            assertEquals(0.9, body.get("top_p").getAsDouble());
            assertEquals(0.05, body.get("min_p").getAsDouble());
            assertEquals(1.1, body.get("repetition_penalty").getAsDouble());
            assertEquals(42, body.get("seed").getAsLong());
            assertEquals(JsonParser.parseString("[\"a\",\"b\",\"c\",\"d\"]"), body.get("stop"));
        }
    }

    @Test
    void aStopTextThatTheServerDoesNotKnowEndsTheText() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.events(piece("one "), piece("tw"), piece("o three"), STOP))) {
            Generator.Generated made = ask(server, HI, options(GenerationOptions.GREEDY, "two"));
            assertEquals("one ", made.text());
            assertEquals(Finish.STOP, made.finish());
        }
    }

    @Test
    void aRawTextIsCompleted() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.events(
                "{\"choices\":[{\"text\":\" upon\"}]}", "{\"choices\":[{\"text\":\" a time\",\"finish_reason\":\"length\"}]}"))) {
            Generator.Generated made = ask(server, new Prompt.Raw("Once"), GenerationOptions.greedy(3));
            assertEquals(" upon a time", made.text());
            assertEquals(Finish.LENGTH, made.finish());
            assertEquals("/v1/completions", server.seen.getFirst().path());
            assertEquals("Once", body(server, 0).get("prompt").getAsString());
        }
    }

    @Test
    void aModelOfCompletionsAnswersNoConversation() throws Exception {
        try (FakeServer server = new FakeServer(GOOD)) {
            Generator generator = loading.service(Loading.openAi(server, RemoteModel.Kind.COMPLETIONS), Generator.class);
            assertThrows(
                    ModelException.class,
                    () -> generator.generate(HI, GenerationOptions.greedy(1), pieces::add, CancelToken.NEVER));
            assertTrue(server.seen.isEmpty());
        }
    }

    @Test
    void charactersMayBeCutAnywhere() throws Exception {
        byte[] event = ("data: " + piece("汉字 😀 é") + "\r\n\r\ndata: " + STOP + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        List<byte[]> single = new ArrayList<>();
        for (int i = 0; i < event.length; i++) {
            single.add(Arrays.copyOfRange(event, i, i + 1));
        }
        try (FakeServer server = new FakeServer(FakeServer.chunks(single, true))) {
            assertEquals("汉字 😀 é", ask(server, HI, GenerationOptions.greedy(10)).text());
        }
    }

    @Test
    void aPairInTwoEventsIsGivenWhole() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.events(piece("\\ud83d"), piece("\\ude00"), STOP))) {
            assertEquals("😀", ask(server, HI, GenerationOptions.greedy(10)).text());
            assertEquals(List.of("😀"), pieces);
        }
    }

    @Test
    void theServersCountsCount() throws Exception {
        String usage = "{\"choices\":[],\"usage\":{\"prompt_tokens\":21,\"completion_tokens\":7,"
                + "\"prompt_tokens_details\":{\"cached_tokens\":16}}}";
        try (FakeServer server = new FakeServer(FakeServer.events(piece("Hello"), STOP, usage, "[DONE]"))) {
            assertEquals(new Generator.Generated("Hello", Finish.END, 21, 16, 7), ask(server, HI, GenerationOptions.greedy(10)));
        }
    }

    @Test
    void withoutCountsThereAreEstimates() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.events(piece("Hel"), piece("lo"), STOP))) {
            Generator.Generated made = ask(server, HI, GenerationOptions.greedy(10));
            assertEquals(2, made.newTokenCount());
            assertTrue(made.promptTokenCount() > 3);
        }
    }

    @Test
    void aServerThatNamesTheStopIsBelieved() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.events(
                piece("a"), "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\",\"stop_reason\":\"x\"}]}"))) {
            assertEquals(Finish.STOP, ask(server, HI, options(GenerationOptions.GREEDY, "x")).finish());
        }
    }

    @ParameterizedTest
    @CsvSource({"refusal", "content_filter"})
    void aRefusalIsAnError(String sort) throws Exception {
        String event = sort.equals("refusal")
                ? "{\"choices\":[{\"delta\":{\"refusal\":\"I will not\"}}]}"
                : "{\"choices\":[{\"delta\":{},\"finish_reason\":\"content_filter\"}]}";
        try (FakeServer server = new FakeServer(FakeServer.events(event))) {
            assertThrows(ModelException.class, () -> ask(server, HI, GenerationOptions.greedy(1)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "seed, Unrecognized request argument supplied: seed",
        "min_p, '1 validation error: body.min_p extra fields not permitted'",
        "stream_options, stream_options is not supported"
    })
    void whatAServerDoesNotKnowIsLeftOutFromThenOn(String name, String message) throws Exception {
        FakeServer.Answer refusal = FakeServer.status(400, "{\"error\":{\"message\":\"" + message + "\"}}");
        try (FakeServer server = new FakeServer(refusal, GOOD, GOOD)) {
            Generator generator = generator(server);
            GenerationOptions options = options(new Sampling(0.7, 1, 0.05, 1, 42));
            generator.generate(HI, options, pieces::add, CancelToken.NEVER);
            generator.generate(HI, options, pieces::add, CancelToken.NEVER);
            assertTrue(body(server, 0).has(name));
            assertFalse(body(server, 1).has(name));
            assertFalse(body(server, 2).has(name));
            assertEquals(3, server.seen.size());
        }
    }

    @Test
    void theLimitIsRenamedWhereTheServerWantsIt() throws Exception {
        FakeServer.Answer refusal = FakeServer.status(
                400, "{\"error\":{\"message\":\"'max_tokens' is not supported. Use 'max_completion_tokens' instead.\"}}");
        try (FakeServer server = new FakeServer(refusal, GOOD)) {
            ask(server, HI, GenerationOptions.greedy(10));
            assertEquals(10, body(server, 1).get("max_completion_tokens").getAsInt());
            assertFalse(body(server, 1).has("max_tokens"));
        }
    }

    @Test
    void aTextThatIsTooLongIsNotSent() throws Exception {
        try (FakeServer server = new FakeServer(GOOD)) {
            ModelException tooLong = assertThrows(
                    ModelException.class, () -> ask(server, new Prompt.Raw("word ".repeat(4090)), GenerationOptions.greedy(10)));
            assertTrue(String.valueOf(tooLong.getMessage()).contains("4096"));
            assertTrue(server.seen.isEmpty());
        }
    }

    @Test
    void aSchemaIsSentAndKept() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.events(piece("{\\\"a\\\":1}"), STOP), GOOD)) {
            GenerationOptions options =
                    GenerationOptions.greedy(10).withConstraint(new OutputConstraint.JsonSchema("{\"type\":\"object\"}"));
            assertEquals("{\"a\":1}", ask(server, HI, options).text());
            assertEquals(
                    JsonParser.parseString("{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"strict\":true,"
                            + "\"schema\":{\"type\":\"object\"}}}"),
                    body(server, 0).get("response_format"));
            assertThrows(ModelException.class, () -> ask(server, HI, options), "the server does not keep to it");
        }
    }

    @ParameterizedTest
    @CsvSource({"llamacpp, grammar", "vllm, structured_outputs"})
    void aGrammarIsSentToServersThatKnowIt(String owner, String field) throws Exception {
        FakeServer.Answer models = FakeServer.json("{\"data\":[{\"id\":\"m\",\"owned_by\":\"" + owner + "\"}]}");
        try (FakeServer server = new FakeServer(models, GOOD, GOOD)) {
            Generator generator = generator(server);
            GenerationOptions options =
                    GenerationOptions.greedy(10).withConstraint(new OutputConstraint.Grammar("root ::= \"a\""));
            generator.generate(HI, options, pieces::add, CancelToken.NEVER);
            generator.generate(HI, options, pieces::add, CancelToken.NEVER);
            assertEquals("GET", server.seen.getFirst().method());
            assertEquals("/v1/models", server.seen.getFirst().path());
            assertTrue(body(server, 1).get(field).toString().contains("root"));
            assertEquals(3, server.seen.size(), "asked once");
        }
    }

    @Test
    void aGrammarIsNotSentToOthers() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.json("{\"data\":[{\"owned_by\":\"openai\"}]}"), GOOD)) {
            GenerationOptions options =
                    GenerationOptions.greedy(10).withConstraint(new OutputConstraint.Grammar("root ::= \"a\""));
            assertThrows(ModelException.class, () -> ask(server, HI, options));
            assertEquals(1, server.seen.size());
        }
    }

    @Test
    void probabilitiesAreThoseOfTheText() throws Exception {
        // "é" is one character and two bytes; the last token is one that the server made
        String answer = "{\"choices\":[{\"logprobs\":{\"token_logprobs\":[null,-1,-2,-3,-9],\"text_offset\":[0,1,3,5,7]}}]}";
        try (FakeServer server = new FakeServer(FakeServer.json(answer), FakeServer.json(answer))) {
            Generator generator = generator(server);
            assertEquals(List.of(List.of(-2.0, -3.0)), generator.logProbabilities("é😀c", List.of("defg"), CancelToken.NEVER));
            assertEquals(
                    List.of(List.of(-1.0, -2.0, -3.0)), generator.logProbabilities("é😀", List.of("cdefg"), CancelToken.NEVER), "across the border");
            assertTrue(body(server, 0).get("echo").getAsBoolean());
        }
    }

    @Test
    void eachTextIsAskedAboutWithTheBeginning() throws Exception {
        String two = "{\"choices\":[{\"logprobs\":{\"token_logprobs\":[null,-2],\"text_offset\":[0,2]}}]}";
        String three = "{\"choices\":[{\"logprobs\":{\"token_logprobs\":[null,-3],\"text_offset\":[0,2]}}]}";
        try (FakeServer server = new FakeServer(FakeServer.json(two), FakeServer.json(three))) {
            assertEquals(
                    List.of(List.of(-2.0), List.of(-3.0)), generator(server).logProbabilities("ab", List.of("cd", "ef"), CancelToken.NEVER));
            assertEquals("abcd", body(server, 0).get("prompt").getAsString());
            assertEquals("abef", body(server, 1).get("prompt").getAsString());
        }
    }

    @Test
    void aServerThatTellsNoProbabilitiesIsNamed() throws Exception {
        try (FakeServer server = new FakeServer(
                FakeServer.status(400, "{\"error\":{\"message\":\"Only no echo is supported\"}}"),
                FakeServer.json("{\"choices\":[{\"text\":\"a\"}]}"),
                FakeServer.json("{\"choices\":[{\"logprobs\":{\"token_logprobs\":[-1],\"text_offset\":[4]}}]}"))) {
            Generator generator = generator(server);
            for (int i = 0; i < 3; i++) {
                ModelException none =
                        assertThrows(ModelException.class, () -> generator.logProbabilities("ab", List.of("cd"), CancelToken.NEVER));
                assertTrue(String.valueOf(none.getMessage()).contains(server.address().toString()));
            }
        }
    }
}
