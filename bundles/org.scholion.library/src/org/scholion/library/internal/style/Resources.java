package org.scholion.library.internal.style;

import java.net.URL;
import java.util.Optional;

/** Looks for files in bundles. */
final class Resources {

    private Resources() {}

    static Optional<URL> find(Class<?> beside, String path) {
        URL found = beside.getResource(path);
        return found == null ? Optional.empty() : Optional.of(found);
    }
}
