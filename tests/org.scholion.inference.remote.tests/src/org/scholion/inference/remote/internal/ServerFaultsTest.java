package org.scholion.inference.remote.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.Encoder;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelException;
import org.scholion.inference.Prompt;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class ServerFaultsTest {

    private static final String HELLO = "{\"choices\":[{\"delta\":{\"content\":\"Hello\"}}]}";
    private static final String STOP = "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}";
    private static final String WHOLE = "{\"choices\":[{\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}";
    private static final FakeServer.Answer GOOD = FakeServer.events(HELLO, STOP, "[DONE]");

    private final List<String> pieces = new ArrayList<>();
    private final Loading loading = new Loading(new FakePace(Duration.ZERO), Map.of("lab", "sk-secret"));

    @AfterEach
    void close() throws IOException {
        loading.close();
    }

    private Generator.Generated ask(RemoteModel model, CancelToken cancel) throws ModelException, CancelledException {
        return loading.service(model, Generator.class)
                .generate(Prompt.Chat.of(Optional.empty(), "Hi"), GenerationOptions.greedy(10), pieces::add, cancel);
    }

    private Generator.Generated ask(FakeServer server) throws ModelException, CancelledException {
        return ask(Loading.openAi(server, RemoteModel.Kind.CHAT), CancelToken.NEVER);
    }

    private String refusal(FakeServer server) {
        String message = String.valueOf(assertThrows(ModelException.class, () -> ask(server)).getMessage());
        assertTrue(message.contains(server.address() + "/v1"), message);
        return message;
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 529})
    void whatMayPassIsTriedAgain(int status) throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.status(status, "{}"), GOOD)) {
            assertEquals("Hello", ask(server).text());
            assertEquals(2, server.seen.size());
            assertEquals(1, loading.pace.pauses.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 413, 422, 501})
    void whatDoesNotPassIsNotTriedAgain(int status) throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.status(status, "{\"error\":{\"message\":\"because of this\"}}"), GOOD)) {
            assertTrue(refusal(server).contains("HTTP " + status + ": because of this"));
            assertEquals(1, server.seen.size());
        }
    }

    @Test
    void aServerInTroubleIsLeftAloneAfterFourTries() throws Exception {
        try (FakeServer server = new FakeServer(request -> FakeServer.status(500, "{\"detail\":\"out of memory\"}"))) {
            assertTrue(refusal(server).contains("out of memory"));
            assertEquals(4, server.seen.size());
            assertEquals(3, loading.pace.pauses.size());
        }
    }

    @Test
    void theServerSaysHowLongToWait() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.status(429, "{}", "Retry-After: 5"), GOOD)) {
            ask(server);
            assertEquals(List.of(Duration.ofSeconds(5)), loading.pace.pauses);
        }
    }

    @Test
    void nobodyWaitsForLong() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.status(429, "{}", "Retry-After: 600"), GOOD)) {
            assertTrue(refusal(server).contains("600"));
            assertEquals(1, server.seen.size());
        }
    }

    @Test
    void aUsedUpAccountIsNotTriedAgain() throws Exception {
        try (FakeServer server =
                new FakeServer(FakeServer.status(429, "{\"error\":{\"message\":\"pay\",\"code\":\"insufficient_quota\"}}"), GOOD)) {
            assertTrue(refusal(server).contains("pay"));
            assertEquals(1, server.seen.size());
        }
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerIsMadeAgain() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.hangUp(), GOOD)) {
            assertEquals("Hello", ask(server).text());
        }
    }

    @Test
    void aStreamThatBreaksBeforeTheFirstTextIsMadeAgain() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.cutEvents("{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}"), GOOD)) {
            assertEquals("Hello", ask(server).text());
            assertEquals(List.of("Hello"), pieces);
        }
    }

    @Test
    void aStreamThatBreaksInTheMiddleIsNot() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.cutEvents(HELLO), GOOD)) {
            refusal(server);
            assertEquals(1, server.seen.size());
            assertEquals(List.of("Hello"), pieces);
        }
    }

    @Test
    void aStreamThatEndsTooEarlyIsNotTakenForWhole() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.events(HELLO))) {
            refusal(server);
        }
    }

    @Test
    void aStreamThatBreaksAfterItsReasonToEndIsWhole() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.cutEvents(HELLO, STOP))) {
            assertEquals("Hello", ask(server).text());
        }
    }

    @Test
    void anAbsentServerIsNamedAfterFourTries() throws Exception {
        FakeServer server = new FakeServer();
        server.close();
        refusal(server);
        assertEquals(3, loading.pace.pauses.size());
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        FakePace fast = new FakePace(Duration.ofSeconds(30));
        try (FakeServer server = new FakeServer();
                FakeServer mute = new FakeServer(server.silence());
                Loading other = new Loading(fast, Map.of())) {
            Generator generator = other.service(Loading.openAi(mute, RemoteModel.Kind.CHAT), Generator.class);
            ModelException silent = assertThrows(
                    ModelException.class,
                    () -> generator.generate(new Prompt.Raw("a"), GenerationOptions.greedy(1), pieces::add, CancelToken.NEVER));
            assertTrue(String.valueOf(silent.getMessage()).contains("120"));
            assertTrue(server.sawClientLeave());
            assertEquals(1, mute.seen.size());
        }
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws Exception {
        FakePace fast = new FakePace(Duration.ofSeconds(10));
        try (FakeServer server = new FakeServer();
                FakeServer mute = new FakeServer(server.silence(HELLO));
                Loading other = new Loading(fast, Map.of())) {
            Generator generator = other.service(Loading.openAi(mute, RemoteModel.Kind.CHAT), Generator.class);
            assertThrows(
                    ModelException.class,
                    () -> generator.generate(
                            Prompt.Chat.of(Optional.empty(), "a"), GenerationOptions.greedy(1), pieces::add, CancelToken.NEVER));
            assertTrue(server.sawClientLeave());
        }
    }

    @Test
    void cancellingBeforeAnAnswerClosesTheConnection() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        try (FakeServer server = new FakeServer();
                FakeServer mute = new FakeServer(request -> {
                    cancelled.set(true);
                    return server.silence();
                })) {
            assertThrows(CancelledException.class, () -> ask(Loading.openAi(mute, RemoteModel.Kind.CHAT), cancelled::get));
            assertTrue(server.sawClientLeave());
        }
    }

    @Test
    void cancellingInsideAnAnswerClosesTheConnection() throws Exception {
        try (FakeServer server = new FakeServer();
                FakeServer mute = new FakeServer(server.silence(HELLO))) {
            assertThrows(
                    CancelledException.class, () -> ask(Loading.openAi(mute, RemoteModel.Kind.CHAT), () -> !pieces.isEmpty()));
            assertTrue(server.sawClientLeave());
        }
    }

    @Test
    void cancellingDuringAPauseEndsIt() throws Exception {
        try (FakeServer server = new FakeServer(request -> FakeServer.status(503, "{}"))) {
            assertThrows(
                    CancelledException.class,
                    () -> ask(Loading.openAi(server, RemoteModel.Kind.CHAT), () -> !loading.pace.pauses.isEmpty()));
            assertEquals(1, loading.pace.pauses.size());
        }
    }

    @Test
    void anInterruptedCallEndsAndStaysInterrupted() throws Exception {
        try (FakeServer server = new FakeServer();
                FakeServer mute = new FakeServer(server.silence())) {
            Thread.currentThread().interrupt();
            assertThrows(CancelledException.class, () -> ask(mute));
            assertTrue(Thread.interrupted());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "[]", "nonsense", "{\"choices\":[]}", "{\"choices\":[{\"message\":{}}]}", "{\"error\":{\"message\":\"bad\"}}"})
    void garbageIsNamed(String body) throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.json(body))) {
            refusal(server);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"choices\":[", "[1]", "{\"error\":{\"message\":\"the GPU fell over\"}}", "null"})
    void garbageInAStreamIsNamed(String event) throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.events(HELLO, event, STOP))) {
            refusal(server);
        }
    }

    @Test
    void aWebPageIsNotAnAnswer() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.status(200, "<html>", "Content-Type: text/html"))) {
            assertTrue(refusal(server).contains("text/html"));
        }
    }

    @Test
    void aServerThatDoesNotStreamIsUnderstood() throws Exception {
        try (FakeServer server = new FakeServer(FakeServer.json(WHOLE))) {
            assertEquals("Hello", ask(server).text());
            assertEquals(List.of("Hello"), pieces);
        }
    }

    @Test
    void anEndlessEventIsNotKept() throws Exception {
        byte[] part = "a".repeat(65_536).getBytes(StandardCharsets.UTF_8);
        try (FakeServer server = new FakeServer((out, in) -> {
            FakeServer.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: ");
            while (true) {
                out.write(part);
            }
        })) {
            refusal(server);
        }
    }

    @Test
    void anEndlessAnswerIsNotKept() throws Exception {
        byte[] part = "1,".repeat(32_768).getBytes(StandardCharsets.UTF_8);
        try (FakeServer server = new FakeServer((out, in) -> {
            FakeServer.write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[");
            while (true) {
                out.write(part);
            }
        })) {
            ModelException large = assertThrows(
                    ModelException.class, () -> loading.service(Loading.openAi(server, RemoteModel.Kind.EMBEDDINGS), Encoder.class));
            assertTrue(String.valueOf(large.getMessage()).contains(server.address().toString()));
        }
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void aRedirectionIsNotFollowed(int status) throws Exception {
        try (FakeServer other = new FakeServer(GOOD);
                FakeServer server = new FakeServer(FakeServer.status(status, "", "Location: " + other.address() + "/v1/chat/completions"))) {
            assertTrue(refusal(server).contains(other.address().toString()));
            assertTrue(other.seen.isEmpty());
        }
    }

    @Test
    void theKeyGoesToTheServerAndIsNotShown() throws Exception {
        try (FakeServer server =
                new FakeServer(FakeServer.status(401, "{\"error\":{\"message\":\"Incorrect API key provided: sk-secret.\"}}"))) {
            RemoteModel model = Loading.openAi(server, RemoteModel.Kind.CHAT).withSecret("lab");
            ModelException refused = assertThrows(ModelException.class, () -> ask(model, CancelToken.NEVER));
            assertEquals("Bearer sk-secret", server.seen.getFirst().headers().get("authorization"));
            assertFalse(String.valueOf(refused.getMessage()).contains("sk-secret"));
            assertTrue(String.valueOf(refused.getMessage()).contains("Incorrect API key"));
        }
    }

    @Test
    void withoutAKeyNoneIsSent() throws Exception {
        try (FakeServer server = new FakeServer(GOOD)) {
            ask(server);
            assertFalse(server.seen.getFirst().headers().containsKey("authorization"));
        }
    }

    @Test
    void aKeyThatIsNotThereIsNamedAndNothingIsSent() throws Exception {
        try (FakeServer server = new FakeServer(GOOD)) {
            RemoteModel model = Loading.openAi(server, RemoteModel.Kind.CHAT).withSecret("other");
            ModelException missing = assertThrows(ModelException.class, () -> ask(model, CancelToken.NEVER));
            assertTrue(String.valueOf(missing.getMessage()).contains("other"));
            assertTrue(server.seen.isEmpty());
        }
    }

    @Test
    void aKeyWithALineBreakIsRefusedUnseen() throws Exception {
        try (FakeServer server = new FakeServer(GOOD);
                Loading other = new Loading(new FakePace(Duration.ZERO), Map.of("lab", "a\r\nX-Evil: 1"))) {
            Generator generator = other.service(Loading.openAi(server, RemoteModel.Kind.CHAT).withSecret("lab"), Generator.class);
            ModelException broken = assertThrows(
                    ModelException.class,
                    () -> generator.generate(new Prompt.Raw("a"), GenerationOptions.greedy(1), pieces::add, CancelToken.NEVER));
            assertFalse(String.valueOf(broken.getMessage()).contains("Evil"));
            assertTrue(server.seen.isEmpty());
        }
    }

    @Test
    void aClosedModelOpensNoConnection() throws Exception {
        try (FakeServer server = new FakeServer(GOOD)) {
            var loaded = loading.load(Loading.openAi(server, RemoteModel.Kind.CHAT));
            Generator generator = loaded.service(Generator.class, Turns.FREE);
            loaded.close();
            loaded.close();
            assertThrows(
                    IllegalStateException.class,
                    () -> generator.generate(new Prompt.Raw("a"), GenerationOptions.greedy(1), pieces::add, CancelToken.NEVER));
            assertTrue(server.seen.isEmpty());
        }
    }
}
