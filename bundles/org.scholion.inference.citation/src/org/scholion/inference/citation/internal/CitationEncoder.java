package org.scholion.inference.citation.internal;

import java.util.ArrayList;
import java.util.List;
import org.scholion.inference.BundledModel;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelTask;

/**
 * The encoder of places that cite and of entries, and an adapter over it that tells which sentences need a citation; {@code
 * models/citation-encoder} and
 * {@code models/citation-need} have their cards and recipes.
 */
public final class CitationEncoder implements EmbeddedModels {

    /** The version is the start of the SHA-256 of the weights. */
    private static final ModelDescriptor DESCRIPTOR = new ModelDescriptor(
            "citation-encoder", "Scholion citation encoder", ModelTask.EMBEDDING, List.of("en"), "Apache-2.0", "3be0cfc639d3");

    private static final ModelDescriptor NEED = new ModelDescriptor(
            "citation-need", "Scholion need for citations", ModelTask.TAGGING, List.of("en"), "Apache-2.0", "fb47da7d36d4");

    private static final String NEED_FOLDER = "need";

    @Override
    public List<ModelEngine.Source> sources() {
        List<ModelEngine.Source> sources = new ArrayList<>(BundledModel.sources(CitationEncoder.class, DESCRIPTOR));
        sources.addAll(BundledModel.sources(CitationEncoder.class, NEED_FOLDER, NEED));
        return List.copyOf(sources);
    }
}
