package org.scholion.library.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The bibliographies of the shared papers; tests that need them are skipped where they are absent. */
final class SampleBibliographies {

    private SampleBibliographies() {}

    static List<Path> ofPapers() throws IOException {
        try (Stream<Path> files = Files.walk(folder().resolve("latex-dev"))) {
            return files.filter(path -> path.toString().endsWith(".bib")).sorted().toList();
        }
    }

    static List<Reference> references() throws IOException, LibraryException, CancelledException {
        List<Reference> references = new ArrayList<>();
        for (Path path : ofPapers()) {
            references.addAll(ReferenceFiles.read(path, CancelToken.NEVER).references());
        }
        return references;
    }

    private static Path folder() {
        String set = System.getProperty("scholion.data");
        Path at = Path.of("").toAbsolutePath();
        Path data = set == null ? null : Path.of(set);
        while (data == null && at != null) {
            Path candidate = at.resolveSibling("shared").resolve("data");
            data = at.getFileName() != null && Files.isDirectory(candidate) ? candidate : null;
            at = at.getParent();
        }
        Assumptions.assumeTrue(data != null && Files.isDirectory(data), "shared data are not beside the checkout");
        return data;
    }
}
