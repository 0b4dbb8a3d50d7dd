package org.scholion.inference.remote.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.Device;
import org.scholion.inference.Encoder;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.Prompt;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class RemoteEngineTest {

    private static final ModelEngine.Options ANY = new ModelEngine.Options(Device.Kind.CPU, 1);

    private final Loading loading = new Loading();

    @AfterEach
    void close() throws IOException {
        loading.close();
    }

    @Test
    void onlyAFolderWithTheFileIsLoaded(@TempDir Path other) throws Exception {
        try (FakeServer server = new FakeServer()) {
            ModelEngine.Source source = loading.source(Loading.openAi(server, RemoteModel.Kind.CHAT));
            Files.writeString(other.resolve("config.json"), "{}");
            assertTrue(loading.engine().loads(source));
            assertFalse(loading.engine().loads(new ModelEngine.Source(source.descriptor(), other)));
        }
    }

    @Test
    void loadingAGeneratorSendsNothing() throws Exception {
        try (FakeServer server = new FakeServer()) {
            LoadedModel loaded = loading.load(Loading.openAi(server, RemoteModel.Kind.CHAT));
            Generator generator = loaded.service(Generator.class, Turns.FREE);
            generator.tokenCount("a");
            assertTrue(server.seen.isEmpty());
            assertEquals(Set.of(Generator.class), loaded.roles());
            assertEquals(0, loaded.memoryBytes());
            assertEquals(new Device(Device.Kind.REMOTE, server.address().getAuthority()), loaded.device());
            assertEquals(loaded.device(), generator.device());
        }
    }

    @Test
    void thereIsNoOtherRole() throws Exception {
        try (FakeServer server = new FakeServer()) {
            LoadedModel loaded = loading.load(Loading.openAi(server, RemoteModel.Kind.CHAT));
            assertThrows(IllegalArgumentException.class, () -> loaded.service(Encoder.class, Turns.FREE));
        }
    }

    @Test
    void aBrokenFileIsNamed() throws Exception {
        try (FakeServer server = new FakeServer()) {
            ModelEngine.Source source = loading.source(Loading.openAi(server, RemoteModel.Kind.CHAT));
            Files.writeString(source.folder().resolve(RemoteModel.FILE), "{\"protocol\":");
            ModelException broken =
                    assertThrows(ModelException.class, () -> loading.engine().load(source, ANY, CancelToken.NEVER));
            assertTrue(String.valueOf(broken.getMessage()).contains(source.folder().resolve(RemoteModel.FILE).toString()));
        }
    }

    @Test
    void aCancelledLoadEnds() throws Exception {
        try (FakeServer server = new FakeServer()) {
            ModelEngine.Source source = loading.source(Loading.openAi(server, RemoteModel.Kind.EMBEDDINGS));
            assertThrows(CancelledException.class, () -> loading.engine().load(source, ANY, () -> true));
        }
    }

    @Test
    void eachStepTakesATurnAndGivesItBackBeforeTextIsGivenAway() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        Turns turns = cancel -> {
            taken.incrementAndGet();
            held.incrementAndGet();
            return held::decrementAndGet;
        };
        String stop = "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}";
        try (FakeServer server = new FakeServer(FakeServer.events(
                "{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}", "{\"choices\":[{\"delta\":{\"content\":\"b\"}}]}", stop))) {
            AtomicInteger heldInside = new AtomicInteger();
            loading.load(Loading.openAi(server, RemoteModel.Kind.CHAT))
                    .service(Generator.class, turns)
                    .generate(
                            Prompt.Chat.of(Optional.empty(), "Hi"),
                            GenerationOptions.greedy(5),
                            piece -> heldInside.addAndGet(held.get()),
                            CancelToken.NEVER);
            assertTrue(taken.get() >= 2, "the request and the answer");
            assertEquals(0, held.get());
            assertEquals(0, heldInside.get());
        }
    }

    @Test
    void noTurnIsHeldDuringAPause() throws Exception {
        AtomicInteger held = new AtomicInteger();
        Turns turns = cancel -> {
            held.incrementAndGet();
            return held::decrementAndGet;
        };
        List<Integer> heldAtPauses = new ArrayList<>();
        FakePace watched = new FakePace(Duration.ZERO) {
            @Override
            public void pause(Duration length, CancelToken cancel) {
                heldAtPauses.add(held.get());
            }
        };
        try (FakeServer server = new FakeServer(request -> FakeServer.status(503, "{}"));
                Loading other = new Loading(watched, Map.of())) {
            Generator generator =
                    other.load(Loading.openAi(server, RemoteModel.Kind.CHAT)).service(Generator.class, turns);
            assertThrows(
                    ModelException.class,
                    () -> generator.generate(
                            new Prompt.Raw("a"), GenerationOptions.greedy(5), new ArrayList<String>()::add, CancelToken.NEVER));
            assertEquals(List.of(0, 0, 0), heldAtPauses);
        }
    }
}
