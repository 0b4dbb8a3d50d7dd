package org.scholion.inference.roles.internal;

import java.util.List;
import org.scholion.inference.BundledModel;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelTask;

/**
 * What each sentence of an abstract does, an adapter of {@code citation-encoder}; {@code models/sentence-roles} has its card and
 * recipe.
 */
public final class SentenceRoles implements EmbeddedModels {

    /** The version is the start of the SHA-256 of the weights. */
    private static final ModelDescriptor DESCRIPTOR = new ModelDescriptor(
            "sentence-roles", "Scholion sentence roles", ModelTask.TAGGING, List.of("en"), "Apache-2.0", "4ab0dbeb921d");

    @Override
    public List<ModelEngine.Source> sources() {
        return BundledModel.sources(SentenceRoles.class, DESCRIPTOR);
    }
}
