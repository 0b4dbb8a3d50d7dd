package org.scholion.inference.onnx.internal;

import java.util.Optional;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.layout.ModelFolder;
import org.scholion.inference.onnx.internal.session.Accelerators;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Loads models of one family. */
public interface RoleLoader {

    /**
     * Loads a model.
     *
     * @return empty when the model is not of this family
     * @throws ModelException when a file is broken; names it. Nothing native stays open then
     */
    Optional<LoadedRole<?>> load(
            ModelFolder folder, ModelEngine.Source source, ModelEngine.Options options, Accelerators accelerators, CancelToken cancel)
            throws ModelException, CancelledException;
}
