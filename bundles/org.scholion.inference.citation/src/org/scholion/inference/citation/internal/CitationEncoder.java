package org.scholion.inference.citation.internal;

import java.util.List;
import org.scholion.inference.BundledModel;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelTask;

/** The encoder of places that cite, of entries and of claims; {@code models/citation-encoder} has its card and recipe. */
public final class CitationEncoder implements EmbeddedModels {

    /** The version is the start of the SHA-256 of the weights. */
    private static final ModelDescriptor DESCRIPTOR = new ModelDescriptor(
            "citation-encoder", "Scholion citation encoder", ModelTask.EMBEDDING, List.of("en"), "Apache-2.0", "3be0cfc639d3");

    @Override
    public List<ModelEngine.Source> sources() {
        return BundledModel.sources(CitationEncoder.class, DESCRIPTOR);
    }
}
