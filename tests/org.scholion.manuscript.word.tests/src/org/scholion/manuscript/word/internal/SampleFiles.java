package org.scholion.manuscript.word.internal;

import java.nio.file.Files;
import java.nio.file.Path;

/** The documents of other people that stand beside the checkout. */
public final class SampleFiles {

    private SampleFiles() {}

    /** A folder of the shared data; need not exist. */
    public static Path folder(String name) {
        String set = System.getProperty("scholion.data");
        if (set != null) {
            return Path.of(set, name);
        }
        for (Path at = Path.of("").toAbsolutePath(); at.getParent() != null; at = at.getParent()) {
            Path candidate = at.resolveSibling("shared").resolve("data").resolve(name);
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("shared", "data", name);
    }
}
