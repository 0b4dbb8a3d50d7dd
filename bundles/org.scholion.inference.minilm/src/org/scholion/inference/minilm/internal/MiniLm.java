package org.scholion.inference.minilm.internal;

import java.util.List;
import org.scholion.inference.BundledModel;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelTask;

/** all-MiniLM-L6-v2 with weights of 8 bits. */
public final class MiniLm implements EmbeddedModels {

    /** The version is the start of the SHA-256 of the weights. */
    private static final ModelDescriptor DESCRIPTOR = new ModelDescriptor(
            "all-minilm-l6-v2", "all-MiniLM-L6-v2", ModelTask.EMBEDDING, List.of("en"), "Apache-2.0", "afdb6f1a0e45");

    @Override
    public List<ModelEngine.Source> sources() {
        return BundledModel.sources(MiniLm.class, DESCRIPTOR);
    }
}
