package org.scholion.evaluation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.inference.AdapterFolder;
import org.scholion.inference.Device;
import org.scholion.inference.Encoder;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelService;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.OnnxEngine;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Models out of folders, loaded once and kept; for measuring without the product around. Thread-safe. */
public final class LocalModels implements Models, AutoCloseable {

    private final Map<String, Path> folders;
    private final int threads;
    private final OnnxEngine engine = new OnnxEngine();
    private final Map<String, LoadedModel> loaded = new HashMap<>();

    /**
     * @param folders by the id of the model
     * @param threads of each model
     */
    public LocalModels(Map<String, Path> folders, int threads) {
        this.folders = Map.copyOf(folders);
        this.threads = threads;
    }

    @Override
    public synchronized <S extends ModelService> ModelLease<S> lease(
            Class<S> role, String id, Priority priority, CancelToken cancel) throws ModelException, CancelledException {
        Path folder = folders.get(id);
        if (folder == null) {
            throw new ModelException(id + " is not here");
        }
        LoadedModel model = loaded.get(id);
        if (model == null) {
            ModelTask task = role == Encoder.class ? ModelTask.EMBEDDING : ModelTask.GRAMMAR;
            ModelDescriptor descriptor = new ModelDescriptor(id, id, task, List.of("en"), "", "");
            Optional<Path> base = AdapterFolder.base(folder).map(folders::get);
            model = engine.load(
                    new ModelEngine.Source(descriptor, folder, base), new ModelEngine.Options(Device.Kind.CPU, threads), cancel);
            loaded.put(id, model);
        }
        S service = model.service(role, Turns.FREE);
        return new ModelLease<>() {
            @Override
            public S service() {
                return service;
            }

            @Override
            public void close() {
                // kept
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

    @Override
    public synchronized void close() {
        loaded.values().forEach(LoadedModel::close);
        loaded.clear();
    }
}
