package org.scholion.cli.internal;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.scholion.inference.Device;
import org.scholion.inference.Embeddings;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelService;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.Secrets;
import org.scholion.inference.store.CatalogueEntry;
import org.scholion.inference.store.CatalogueFile;
import org.scholion.inference.store.CatalogueSource;
import org.scholion.inference.store.FileCheck;
import org.scholion.inference.store.InstallProgress;
import org.scholion.inference.store.InstalledFile;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.Licence;
import org.scholion.inference.store.ModelCatalogue;
import org.scholion.inference.store.ModelStore;
import org.scholion.text.CancelToken;

/** A catalogue with a free and a licensed model, a store that installs by remembering, and encoders that do nothing. */
public final class FakeModels {

    /** What verify finds. */
    public FileCheck.State state = FileCheck.State.SAME;

    /** How often the catalogues were fetched. */
    public int refreshes;

    /** The last import. */
    public ModelStore.Identity imported;

    /** The last model on a server. */
    public RemoteModel connected;

    /** Keys by name. */
    public final Map<String, String> keys = new TreeMap<>();

    /** The keys. */
    public final Secrets secrets = new Secrets() {
        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(keys.get(name));
        }

        @Override
        public void keep(String name, String secret) {
            keys.put(name, secret);
        }

        @Override
        public void forget(String name) {
            keys.remove(name);
        }
    };

    private final Map<String, InstalledModel> installed = new TreeMap<>();

    private static CatalogueEntry entry(String id, Optional<String> acceptance) {
        CatalogueFile file = new CatalogueFile("a.onnx", OptionalLong.empty(), Optional.empty());
        return new CatalogueEntry(
                id,
                "The " + id,
                Optional.of(ModelTask.EMBEDDING),
                List.of("en"),
                new Licence("L-1", "https://licence.example/", acceptance),
                3 << 20,
                9 << 20,
                "Good enough.",
                List.of(new CatalogueSource.Urls(URI.create("https://models.example/"), List.of(file), false, "a page")),
                "test");
    }

    /** What an imported model is an adapter of. */
    public Optional<String> base = Optional.empty();

    private InstalledModel model(String id, boolean accepted) {
        return new InstalledModel(
                id,
                "The " + id,
                Optional.of(ModelTask.EMBEDDING),
                List.of("en"),
                "L-1",
                accepted ? Optional.of(Instant.EPOCH) : Optional.empty(),
                "v1",
                "models.example",
                base,
                List.of(new InstalledFile("a.onnx", 5, "0".repeat(64), false)),
                Path.of("/models", id),
                false);
    }

    /** The catalogue. */
    public final ModelCatalogue catalogue = new ModelCatalogue() {
        @Override
        public Contents read() {
            return new Contents(
                    List.of(entry("free", Optional.empty()), entry("strict", Optional.of("Not for money."))),
                    List.of("lab.json is broken"));
        }

        @Override
        public void refresh(CancelToken cancel) {
            refreshes++;
        }
    };

    /** The store. */
    public final ModelStore store = new ModelStore() {
        @Override
        public Path folder() {
            return Path.of("/models");
        }

        @Override
        public Contents read() {
            return new Contents(List.copyOf(installed.values()), List.of());
        }

        @Override
        public InstalledModel install(CatalogueEntry entry, boolean accepted, InstallProgress progress, CancelToken cancel)
                throws ModelException {
            if (entry.licence().acceptance().isPresent() && !accepted) {
                throw new ModelException("licence of " + entry.id());
            }
            progress.report("Fetching", 1, 4 << 20);
            return installed.computeIfAbsent(entry.id(), id -> model(id, accepted));
        }

        @Override
        public InstalledModel importFrom(Path source, Identity identity, InstallProgress progress, CancelToken cancel) {
            imported = identity;
            return installed.computeIfAbsent(identity.id(), id -> model(id, false));
        }

        @Override
        public InstalledModel addServer(Identity identity, RemoteModel server, CancelToken cancel) {
            imported = identity;
            connected = server;
            return installed.computeIfAbsent(identity.id(), id -> model(id, false));
        }

        @Override
        public List<FileCheck> verify(InstalledModel model, InstallProgress progress, CancelToken cancel) {
            return List.of(new FileCheck("a.onnx", state, false));
        }

        @Override
        public void remove(String id) throws ModelException {
            if (installed.remove(id) == null) {
                throw new ModelException(id + " is not installed");
            }
        }
    };

    /** The models in memory. */
    public final Models models = new Models() {
        @Override
        public <S extends ModelService> ModelLease<S> lease(Class<S> role, String id, Priority priority, CancelToken cancel) {
            S service = role.cast(Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (proxy, method, arguments) ->
                    switch (method.getName()) {
                        case "device" -> new Device(Device.Kind.CPU, "CPU (2 threads)");
                        case "embed" -> new Embeddings(1, new float[((List<?>) arguments[0]).size()]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    }));
            return new ModelLease<>() {
                @Override
                public S service() {
                    return service;
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }

        @Override
        public Optional<ModelDescriptor> preferred(ModelTask task, String language) {
            return Optional.empty();
        }

        @Override
        public List<Loaded> loaded() {
            return List.of();
        }
    };
}
