package org.scholion.assist.internal.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file to which lines are added, so that a reader sees the old or the new file and never a part of one. */
public record LineFile(Path file) {

    /** The text on one line. */
    public static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /**
     * Adds a line at the end, unless there is one like it. Its folder is made when it is missing.
     *
     * @throws IOException when it cannot be written; it is then as it was
     */
    public void add(String line) throws IOException {
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        if (line.isBlank() || before.lines().anyMatch(line::equals)) {
            return;
        }
        String separator = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(String.valueOf(file));
        }
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "." + target.getFileName(), ".new");
        try {
            Files.writeString(beside, before + separator + line + "\n", StandardCharsets.UTF_8);
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void move(Path beside, Path target) throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // some network folders cannot do better
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
