package org.scholion.inference.onnx.internal.encode;

import java.util.function.Function;
import org.scholion.inference.Device;
import org.scholion.inference.ModelService;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.LoadedRole;

/** A model without a loop in its role. */
record EncoderRole<S extends ModelService>(Class<S> type, EncoderModel model, long memoryBytes, Function<Turns, S> maker)
        implements LoadedRole<S> {

    @Override
    public Device device() {
        return model.device();
    }

    @Override
    public S service(Turns turns) {
        return maker.apply(turns);
    }

    @Override
    public void close() {
        model.close();
    }
}
