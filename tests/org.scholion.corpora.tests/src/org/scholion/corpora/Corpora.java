package org.scholion.corpora;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds real files: those beside the checkout, and our own samples. */
final class Corpora {

    private static final Pattern MAIN = Pattern.compile("\"main\"\\s*:\\s*\"([^\"]+)\"");

    private Corpora() {}

    static Path root() {
        return Path.of(System.getProperty("scholion.root", "../..")).toAbsolutePath().normalize();
    }

    /** The folder of shared data; need not exist. */
    static Path data() {
        String set = System.getProperty("scholion.data");
        return set == null ? root().resolve("../shared/data").normalize() : Path.of(set);
    }

    /** The main files of the published papers and of our samples. */
    static List<Path> papers() {
        return Stream.concat(published().stream(), mainFiles(root().resolve("samples")).stream()).toList();
    }

    /** LaTeX that is hard to read. */
    static List<Path> difficult() {
        return files(data().resolve("latex-torture-dev"), ".tex");
    }

    /** Word documents of other people. */
    static List<Path> wordDocuments() {
        return files(data().resolve("docx-dev"), ".docx");
    }

    /** Difficult files of references. */
    static List<Path> referenceFiles() {
        return Stream.concat(files(data().resolve("bib-dev"), ".bib").stream(), files(data().resolve("bib-dev"), ".ris").stream()).toList();
    }

    private static List<Path> published() {
        return files(data().resolve("latex-dev"), "origin.json").stream()
                .map(origin -> origin.resolveSibling(main(origin)))
                .toList();
    }

    private static String main(Path origin) {
        try {
            Matcher matcher = MAIN.matcher(Files.readString(origin));
            if (!matcher.find()) {
                throw new IllegalStateException("no main file in " + origin);
            }
            return matcher.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> mainFiles(Path folder) {
        return files(folder, ".tex").stream().filter(Corpora::isMain).toList();
    }

    private static boolean isMain(Path file) {
        try {
            return Files.readString(file).contains("\\documentclass");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
