package org.scholion.ui.latex.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The published papers beside the checkout; tests that need them are skipped where they are absent. */
public final class SharedPapers {

    private SharedPapers() {}

    /** All files whose names end so. */
    public static List<Path> files(String end) throws IOException {
        Path folder = data().resolve("latex-dev");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no papers beside the checkout: " + folder);
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static Path data() {
        String named = System.getProperty("scholion.data", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            Path beside = place.resolveSibling("shared").resolve("data");
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        return Path.of("shared", "data");
    }
}
