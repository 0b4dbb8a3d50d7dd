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

    /**
     * The file with the document class, by a usual name where there are several; looks at the heads of a few files only. Where there is
     * none, the only Word document.
     */
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
        Optional<Path> latex = found.stream().min(Comparator.comparingInt(MainFile::rank).thenComparing(Path::toString));
        return latex.isPresent() ? latex : onlyDocument(folder);
    }

    private static Optional<Path> onlyDocument(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.docx")) {
            for (Path file : files) {
                // Word keeps the owner of an open document in a file beside it
                if (!file.getFileName().toString().startsWith("~$")) {
                    found.add(file);
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
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
