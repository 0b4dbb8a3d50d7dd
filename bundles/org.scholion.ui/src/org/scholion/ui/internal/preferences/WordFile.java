package org.scholion.ui.internal.preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** A dictionary file: a word a line, {@code #} begins a comment. */
@NonNullByDefault
record WordFile(Path file) {

    List<String> words() throws IOException {
        TreeSet<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(word -> word));
        lines().stream().map(WordFile::word).filter(word -> !word.isEmpty()).forEach(words::add);
        return List.copyOf(words);
    }

    /** Adds and removes words; comments and the order of the rest stay. The file is written beside and moved into place. */
    void change(List<String> added, List<String> removed) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.removeIf(line -> removed.contains(word(line)));
        added.stream().filter(word -> lines.stream().noneMatch(line -> word(line).equals(word))).forEach(lines::add);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file.toString());
        }
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, ".dictionary", ".new");
        try {
            Files.write(beside, lines, StandardCharsets.UTF_8);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    private static String word(String line) {
        int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }
}
