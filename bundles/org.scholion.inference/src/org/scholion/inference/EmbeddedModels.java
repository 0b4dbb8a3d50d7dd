package org.scholion.inference;

import java.util.List;

/** Models that come with the product, ready to load and never removed. OSGi services, one a bundle; thread-safe. */
@FunctionalInterface
public interface EmbeddedModels {

    /**
     * What is in the bundle.
     *
     * @return empty when its files cannot be reached; that is logged
     */
    List<ModelEngine.Source> sources();
}
