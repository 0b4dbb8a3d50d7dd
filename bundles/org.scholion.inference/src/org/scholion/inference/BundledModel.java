package org.scholion.inference;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model in a folder, mostly {@code model}, of a bundle that is installed as a folder. */
public final class BundledModel {

    private static final Logger LOG = LoggerFactory.getLogger(BundledModel.class);
    private static final String FOLDER = "model";

    private BundledModel() {}

    /**
     * Where the model is.
     *
     * @param inBundle a class of the bundle
     * @return one place; none, with an entry in the log, when the folder is not there
     */
    public static List<ModelEngine.Source> sources(Class<?> inBundle, ModelDescriptor descriptor) {
        return sources(inBundle, FOLDER, descriptor);
    }

    /**
     * Where a model is in a bundle that has several.
     *
     * @param inBundle a class of the bundle
     * @param name of the folder
     * @return one place; none, with an entry in the log, when the folder is not there
     */
    public static List<ModelEngine.Source> sources(Class<?> inBundle, String name, ModelDescriptor descriptor) {
        CodeSource source = inBundle.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            LOG.error("the place of {} is unknown", descriptor.id());
            return List.of();
        }
        try {
            Path folder = place(location).resolve(name);
            if (Files.isDirectory(folder)) {
                return List.of(new ModelEngine.Source(descriptor, folder));
            }
            LOG.error("{} is not in {}", descriptor.id(), folder);
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
