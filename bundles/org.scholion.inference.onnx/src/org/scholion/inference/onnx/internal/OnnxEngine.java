package org.scholion.inference.onnx.internal;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.AdapterFolder;
import org.scholion.inference.Device;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelService;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.decode.DecoderLoader;
import org.scholion.inference.onnx.internal.device.ChildProbe;
import org.scholion.inference.onnx.internal.device.RuntimeAccelerators;
import org.scholion.inference.onnx.internal.encode.AdapterLoader;
import org.scholion.inference.onnx.internal.encode.EncoderLoader;
import org.scholion.inference.onnx.internal.layout.Graph;
import org.scholion.inference.onnx.internal.layout.ModelFolder;
import org.scholion.inference.onnx.internal.session.Accelerators;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Models in this process, by ONNX Runtime. */
public final class OnnxEngine implements ModelEngine {

    /** Where ONNX Runtime takes its native libraries from, such as those for CUDA. */
    private static final String NATIVE_PATH = "onnxruntime.native.path";
    /** CUDA may compile kernels when it is first used. */
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(60);
    /** Weights are packed anew for the processor, and a run needs room. */
    private static final double MEMORY_PER_BYTE_ON_DISK = 1.5;
    private static final long LEAST_MEMORY_BYTES = 32 << 20;

    private final Accelerators accelerators;
    private final List<RoleLoader> loaders;

    /** For Declarative Services. */
    public OnnxEngine() {
        this(new RuntimeAccelerators(
                new ChildProbe(Optional.ofNullable(System.getProperty(NATIVE_PATH)).map(Path::of), PROBE_TIMEOUT)));
    }

    /** For tests: with other devices. */
    public OnnxEngine(Accelerators accelerators) {
        this.accelerators = accelerators;
        loaders = List.of(new AdapterLoader(), new EncoderLoader(), new DecoderLoader());
    }

    @Override
    public boolean loads(Source source) {
        return AdapterFolder.isIn(source.folder()) || ModelFolder.holdsGraphs(source.folder());
    }

    /** Of the graphs that would be loaded; a folder may have each in several variants. An adapter takes more than its base. */
    @Override
    public long memoryBytes(Source source) {
        try {
            ModelFolder folder = ModelFolder.read(source.folder());
            if (source.base().isPresent()) {
                return memoryBytes(AdapterLoader.sizeBytes(folder, ModelFolder.read(source.base().get())));
            }
            boolean merged = folder.graph(Graph.DECODER_MERGED, Device.Kind.CPU).isPresent();
            long onDisk = 0;
            for (Graph graph : Graph.values()) {
                boolean replaced = merged && (graph == Graph.DECODER || graph == Graph.DECODER_WITH_PAST);
                onDisk += replaced ? 0 : folder.graph(graph, Device.Kind.CPU).map(ModelFolder::sizeBytes).orElse(0L);
            }
            return memoryBytes(onDisk);
        } catch (ModelException | UncheckedIOException e) {
            // loading it will say why
            return LEAST_MEMORY_BYTES;
        }
    }

    private static long memoryBytes(long onDisk) {
        return LEAST_MEMORY_BYTES + (long) (onDisk * MEMORY_PER_BYTE_ON_DISK);
    }

    @Override
    public LoadedModel load(Source source, Options options, CancelToken cancel) throws ModelException, CancelledException {
        cancel.check();
        ModelFolder folder = ModelFolder.read(source.folder());
        for (RoleLoader loader : loaders) {
            Optional<LoadedRole<?>> role = loader.load(folder, source, options, accelerators, cancel);
            if (role.isPresent()) {
                return new OnnxModel(role.get());
            }
        }
        throw new ModelException(NLS.bind(Messages.Model_noRole, source.folder()));
    }

    /** A model with its one role. */
    private record OnnxModel(LoadedRole<?> role) implements LoadedModel {

        @Override
        public Device device() {
            return role.device();
        }

        @Override
        public long memoryBytes() {
            return role.memoryBytes();
        }

        @Override
        public Set<Class<? extends ModelService>> roles() {
            return Set.of(role.type());
        }

        @Override
        public <S extends ModelService> S service(Class<S> wanted, Turns turns) {
            if (wanted != role.type()) {
                throw new IllegalArgumentException("no " + wanted.getSimpleName());
            }
            return wanted.cast(role.service(turns));
        }

        @Override
        public void close() {
            role.close();
        }
    }
}
