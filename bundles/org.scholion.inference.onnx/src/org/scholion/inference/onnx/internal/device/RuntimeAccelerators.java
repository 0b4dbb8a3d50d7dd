package org.scholion.inference.onnx.internal.device;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.scholion.inference.Device;
import org.scholion.inference.onnx.internal.session.Accelerators;

/** The accelerators of the runtime that is loaded. Each is tried once, in a process of its own, before a model may use it. Thread-safe. */
public final class RuntimeAccelerators implements Accelerators {

    private static final Map<Device.Kind, OrtProvider> PROVIDERS = Map.of(
            Device.Kind.CUDA, OrtProvider.CUDA,
            Device.Kind.CORE_ML, OrtProvider.CORE_ML,
            Device.Kind.DIRECT_ML, OrtProvider.DIRECT_ML);

    private final ChildProbe probe;
    private final Map<Device.Kind, Optional<Accelerator>> tried = new EnumMap<>(Device.Kind.class);

    public RuntimeAccelerators(ChildProbe probe) {
        this.probe = probe;
    }

    @Override
    public synchronized Optional<Accelerator> find(Device.Kind kind) {
        OrtProvider provider = PROVIDERS.get(kind);
        if (provider == null) {
            return Optional.empty();
        }
        return tried.computeIfAbsent(kind, wanted -> tryOut(wanted, provider));
    }

    private Optional<Accelerator> tryOut(Device.Kind kind, OrtProvider provider) {
        // asked first in the child: the runtime of a folder that is broken must not be loaded here
        if (!probe.works(kind) || !OrtEnvironment.getAvailableProviders().contains(provider)) {
            return Optional.empty();
        }
        return Optional.of(new Accelerator() {
            @Override
            public Device device() {
                return new Device(kind, provider.getName().replace("ExecutionProvider", ""));
            }

            @Override
            public void addTo(SessionOptions options) throws OrtException {
                RuntimeAccelerators.addTo(options, kind);
            }
        });
    }

    static void addTo(SessionOptions options, Device.Kind kind) throws OrtException {
        switch (kind) {
            case CUDA -> options.addCUDA(0);
            case CORE_ML -> options.addCoreML();
            case DIRECT_ML -> options.addDirectML(0);
            case CPU, REMOTE -> {
                // nothing to add
            }
        }
    }
}
