package org.scholion.inference.internal.pool;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.scholion.inference.Device;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelService;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** An engine whose models are encoders that do nothing but take their turns. */
public final class FakeEngine implements ModelEngine {

    /** How often a model was loaded. */
    public final AtomicInteger loads = new AtomicInteger();

    /** How often a model was closed. */
    public final AtomicInteger closes = new AtomicInteger();

    /** With what models were loaded. */
    public final List<Options> options = Collections.synchronizedList(new ArrayList<>());

    /** What was loaded. */
    public final List<Source> loaded = Collections.synchronizedList(new ArrayList<>());

    /** What a model takes. */
    public volatile long bytes = 100L << 20;

    /** While this is not open, loading waits. */
    public volatile CountDownLatch loadGate = new CountDownLatch(0);

    /** Counted down when a load begins. */
    public volatile CountDownLatch loading = new CountDownLatch(1);

    /** While this is not open, each call waits in its turn. */
    public volatile CountDownLatch callGate = new CountDownLatch(0);

    /** Counted down when a call has its turn. */
    public volatile CountDownLatch calling = new CountDownLatch(1);

    /** When true, loading fails. */
    public volatile boolean broken;

    @Override
    public boolean loads(Source source) {
        return Files.isDirectory(source.folder());
    }

    @Override
    public long memoryBytes(Source source) {
        return bytes;
    }

    @Override
    public LoadedModel load(Source source, Options how, CancelToken cancel) throws ModelException, CancelledException {
        loads.incrementAndGet();
        options.add(how);
        loaded.add(source);
        loading.countDown();
        while (loadGate.getCount() > 0) {
            cancel.check();
            Thread.onSpinWait();
        }
        if (broken) {
            throw new ModelException(source.folder() + " is broken");
        }
        return new FakeModel(source.descriptor(), bytes);
    }

    private final class FakeModel implements LoadedModel {
        private final ModelDescriptor descriptor;
        private final long size;

        FakeModel(ModelDescriptor descriptor, long size) {
            this.descriptor = descriptor;
            this.size = size;
        }

        @Override
        public Device device() {
            return new Device(Device.Kind.CPU, "fake");
        }

        @Override
        public long memoryBytes() {
            return size;
        }

        @Override
        public Set<Class<? extends ModelService>> roles() {
            return Set.of(Encoder.class);
        }

        @Override
        public <S extends ModelService> S service(Class<S> role, Turns turns) {
            return role.cast(new FakeEncoder(descriptor, device(), turns));
        }

        @Override
        public void close() {
            closes.incrementAndGet();
        }
    }

    private final class FakeEncoder implements Encoder {
        private final ModelDescriptor descriptor;
        private final Device device;
        private final Turns turns;

        FakeEncoder(ModelDescriptor descriptor, Device device, Turns turns) {
            this.descriptor = descriptor;
            this.device = device;
            this.turns = turns;
        }

        @Override
        public ModelDescriptor descriptor() {
            return descriptor;
        }

        @Override
        public Device device() {
            return device;
        }

        @Override
        public int maxTokenCount() {
            return 512;
        }

        @Override
        public int tokenCount(String text) {
            return text.split(" ").length;
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public Embeddings embed(List<String> texts, Role role, CancelToken cancel) throws CancelledException {
            try (Turns.Turn turn = turns.take(cancel)) {
                calling.countDown();
                while (callGate.getCount() > 0) {
                    cancel.check();
                    Thread.onSpinWait();
                }
                return new Embeddings(2, new float[texts.size() * 2]);
            }
        }
    }
}
