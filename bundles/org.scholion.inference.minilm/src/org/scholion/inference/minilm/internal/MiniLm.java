package org.scholion.inference.minilm.internal;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** all-MiniLM-L6-v2 with weights of 8 bits, in the folder {@code model} of this bundle, which is installed as a folder. */
public final class MiniLm implements EmbeddedModels {

    private static final Logger LOG = LoggerFactory.getLogger(MiniLm.class);
    private static final String FOLDER = "model";
    /** The version is the start of the SHA-256 of the weights. */
    private static final ModelDescriptor DESCRIPTOR = new ModelDescriptor(
            "all-minilm-l6-v2", "all-MiniLM-L6-v2", ModelTask.EMBEDDING, List.of("en"), "Apache-2.0", "afdb6f1a0e45");

    @Override
    public List<ModelEngine.Source> sources() {
        CodeSource source = MiniLm.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            LOG.error("the place of {} is unknown", DESCRIPTOR.id());
            return List.of();
        }
        try {
            Path folder = place(location).resolve(FOLDER);
            if (Files.isDirectory(folder)) {
                return List.of(new ModelEngine.Source(DESCRIPTOR, folder));
            }
            LOG.error("{} is not in {}", DESCRIPTOR.id(), folder);
        } catch (URISyntaxException | IllegalArgumentException e) {
            LOG.error("{} is no folder", location, e);
        }
        return List.of();
    }

    /** Equinox gives the path as it is, so that it may hold spaces; other class loaders escape it. */
    static Path place(URL location) throws URISyntaxException {
        File asItIs = new File(location.getPath());
        return asItIs.exists() ? asItIs.toPath() : Path.of(location.toURI());
    }
}
