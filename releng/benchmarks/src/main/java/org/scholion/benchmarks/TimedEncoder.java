package org.scholion.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scholion.inference.Device;
import org.scholion.inference.Embeddings;
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

/** One encoder out of a folder, whatever is asked for, which knows how long it was at work. */
final class TimedEncoder implements Models, AutoCloseable {

    private static final int THREADS = 2;

    private final LoadedModel model;
    private final Encoder encoder;
    private long nanos;

    TimedEncoder(Path folder) throws ModelException, CancelledException {
        ModelDescriptor descriptor =
                new ModelDescriptor("citation-encoder", "citation-encoder", ModelTask.EMBEDDING, List.of("en"), "", "");
        model = new OnnxEngine().load(
                new ModelEngine.Source(descriptor, folder), new ModelEngine.Options(Device.Kind.CPU, THREADS), CancelToken.NEVER);
        encoder = model.service(Encoder.class, Turns.FREE);
    }

    double seconds() {
        return nanos / 1e9;
    }

    @Override
    public <S extends ModelService> ModelLease<S> lease(Class<S> role, String id, Priority priority, CancelToken cancel) {
        S service = role.cast(new Timed());
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
        return Optional.of(encoder.descriptor());
    }

    @Override
    public List<Loaded> loaded() {
        return List.of();
    }

    @Override
    public void close() {
        model.close();
    }

    private final class Timed implements Encoder {

        @Override
        public int dimension() {
            return encoder.dimension();
        }

        @Override
        public Embeddings embed(List<String> texts, Role role, CancelToken cancel) throws ModelException, CancelledException {
            long start = System.nanoTime();
            try {
                return encoder.embed(texts, role, cancel);
            } finally {
                nanos += System.nanoTime() - start;
            }
        }

        @Override
        public ModelDescriptor descriptor() {
            return encoder.descriptor();
        }

        @Override
        public Device device() {
            return encoder.device();
        }

        @Override
        public int maxTokenCount() {
            return encoder.maxTokenCount();
        }

        @Override
        public int tokenCount(String text) {
            return encoder.tokenCount(text);
        }
    }
}
