package org.scholion.inference.onnx.internal.session;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Optional;
import org.scholion.inference.Device;

/** What there is beside the CPU. Thread-safe. */
public interface Accelerators {

    /** None: everything runs on the CPU. */
    Accelerators NONE = kind -> Optional.empty();

    /** One that works, as far as is known before a model is loaded. */
    interface Accelerator {

        Device device();

        /** Makes a session use it. */
        void addTo(SessionOptions options) throws OrtException;
    }

    /** The accelerator of a sort; empty for the CPU and for what is not there or does not work. */
    Optional<Accelerator> find(Device.Kind kind);
}
