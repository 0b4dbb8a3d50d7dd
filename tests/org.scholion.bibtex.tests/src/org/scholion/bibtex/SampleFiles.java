package org.scholion.bibtex;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The shared data beside the checkout; tests that need it are skipped where it is absent. */
final class SampleFiles {

    private SampleFiles() {}

    static List<Path> bibliographies() throws IOException {
        Path data = folder();
        try (Stream<Path> difficult = Files.walk(data.resolve("bib-dev")); Stream<Path> papers = Files.walk(data.resolve("latex-dev"))) {
            return Stream.concat(difficult, papers).filter(path -> path.toString().endsWith(".bib")).sorted().toList();
        }
    }

    static String read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
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
