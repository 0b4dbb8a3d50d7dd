package org.scholion.inference.remote.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.scholion.inference.Device;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelService;
import org.scholion.inference.ModelTask;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.Secrets;
import org.scholion.inference.Turns;
import org.scholion.system.Backoff;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Loads models for tests, and closes and removes them. */
final class Loading implements AutoCloseable {

    static final long SEED = 4;

    final FakePace pace;
    private final RemoteEngine engine;
    private final Path folder;
    private final List<LoadedModel> loaded = new ArrayList<>();

    Loading(FakePace pace, Map<String, String> keys) {
        this.pace = pace;
        engine = new RemoteEngine(List.of(new MapSecrets(keys)), pace, new Backoff(Duration.ofMillis(500), new SplittableRandom(SEED)));
        try {
            folder = Files.createTempDirectory("remote");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Loading() {
        this(new FakePace(Duration.ZERO), Map.of());
    }

    /** Keys in a map. */
    record MapSecrets(Map<String, String> keys) implements Secrets {
        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(keys.get(name));
        }

        @Override
        public void keep(String name, String secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(String name) {
            throw new UnsupportedOperationException();
        }
    }

    static RemoteModel openAi(FakeServer server, RemoteModel.Kind kind) {
        return RemoteModel.openAi(URI.create(server.address() + "/v1"), "m", kind);
    }

    ModelEngine engine() {
        return engine;
    }

    ModelEngine.Source source(RemoteModel model) throws ModelException {
        model.write(folder);
        return new ModelEngine.Source(
                new ModelDescriptor("m", "The model", ModelTask.GENERATION, List.of(), "MIT", "1"), folder);
    }

    LoadedModel load(RemoteModel model) throws ModelException, CancelledException {
        LoadedModel one = engine.load(source(model), new ModelEngine.Options(Device.Kind.CPU, 1), CancelToken.NEVER);
        loaded.add(one);
        return one;
    }

    <S extends ModelService> S service(RemoteModel model, Class<S> role) throws ModelException, CancelledException {
        return load(model).service(role, Turns.FREE);
    }

    @Override
    public void close() throws IOException {
        loaded.forEach(LoadedModel::close);
        Files.deleteIfExists(folder.resolve(RemoteModel.FILE));
        Files.delete(folder);
    }
}
