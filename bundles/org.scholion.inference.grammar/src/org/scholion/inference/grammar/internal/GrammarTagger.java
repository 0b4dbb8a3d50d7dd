package org.scholion.inference.grammar.internal;

import java.util.List;
import org.scholion.inference.BundledModel;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelTask;

/** The tagger that proposes corrections of English sentences; {@code models/grammar-tagger} has its card and recipe. */
public final class GrammarTagger implements EmbeddedModels {

    /** The version is the start of the SHA-256 of the weights. */
    private static final ModelDescriptor DESCRIPTOR = new ModelDescriptor(
            "grammar-tagger", "Scholion grammar tagger", ModelTask.TAGGING, List.of("en"), "Apache-2.0", "017012fd4aaf");

    @Override
    public List<ModelEngine.Source> sources() {
        return BundledModel.sources(GrammarTagger.class, DESCRIPTOR);
    }
}
