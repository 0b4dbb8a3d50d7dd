package org.scholion.inference.onnx.internal;

import org.scholion.inference.Device;
import org.scholion.inference.ModelService;
import org.scholion.inference.Turns;

/**
 * What a folder of a model became: its native parts and the one role that they play.
 *
 * @param <S> the role
 */
public interface LoadedRole<S extends ModelService> extends AutoCloseable {

    Class<S> type();

    /** The device that it really runs on. */
    Device device();

    /** What it takes, about. */
    long memoryBytes();

    /** The model in its role, for one user. */
    S service(Turns turns);

    /** Frees native memory; further calls do nothing. */
    @Override
    void close();
}
