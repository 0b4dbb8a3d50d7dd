package org.scholion.app.internal.welcome;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The paper to try things with, as a copy that belongs to the writer. */
public final class SamplePaper {

    private static final String ENTRIES = "samples/paper/";

    private SamplePaper() {}

    /** The main file of the writer's copy; what is there already stays as the writer left it. */
    public static Path copy() throws IOException {
        URL workspace = Platform.getInstanceLocation().getURL();
        Path folder = Path.of(URI.create(workspace.toString().replace(" ", "%20"))).resolve("sample-paper");
        Bundle bundle = FrameworkUtil.getBundle(SamplePaper.class);
        Enumeration<URL> found = bundle.findEntries(ENTRIES, "*", true);
        if (found == null) {
            throw new IOException(ENTRIES);
        }
        for (URL entry : Collections.list(found)) {
            String path = entry.getPath();
            if (!path.endsWith("/")) {
                copy(entry, folder.resolve(path.substring(path.indexOf(ENTRIES) + ENTRIES.length())));
            }
        }
        return folder.resolve("paper.tex");
    }

    private static void copy(URL entry, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = entry.openStream()) {
            Files.copy(in, target);
        }
    }
}
