package org.scholion.app.internal.papers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the file of a folder that a writer means by "the paper". */
final class MainFile {

    private static final int MOST = 60;
    private static final int HEAD_BYTES = 16_384;
    private static final List<String> USUAL = List.of("main.tex", "paper.tex", "ms.tex", "manuscript.tex", "thesis.tex", "article.tex");

    private MainFile() {}

    /** The file with the document class, by a usual name where there are several; looks at the heads of a few files only. */
    static Optional<Path> in(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        int seen = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.tex")) {
            for (Path file : files) {
                if (++seen > MOST) {
                    break;
                }
                if (Files.isRegularFile(file) && head(file).contains("\\documentclass")) {
                    found.add(file);
                }
            }
        }
        return found.stream().min(Comparator.comparingInt(MainFile::rank).thenComparing(Path::toString));
    }

    private static int rank(Path file) {
        int usual = USUAL.indexOf(file.getFileName().toString());
        return usual < 0 ? USUAL.size() : usual;
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        }
    }
}
