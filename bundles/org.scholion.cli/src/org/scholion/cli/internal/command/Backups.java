package org.scholion.cli.internal.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of files that are about to be replaced, each beside its original. Not thread-safe. */
final class Backups {

    private final Map<Path, Path> copies = new LinkedHashMap<>();

    /** Copies files; no copy replaces another. */
    static Backups of(Collection<Path> files) throws IOException {
        Backups backups = new Backups();
        for (Path file : files) {
            backups.copies.put(file, copy(file));
        }
        return backups;
    }

    /** Takes the copies of files away that stayed as they were, and gives the others. */
    List<Path> settle() throws IOException {
        for (Map.Entry<Path, Path> copy : List.copyOf(copies.entrySet())) {
            if (Files.mismatch(copy.getKey(), copy.getValue()) < 0) {
                Files.delete(copy.getValue());
                copies.remove(copy.getKey());
            }
        }
        return List.copyOf(copies.values());
    }

    private static Path copy(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.') <= 0 ? name.length() : name.lastIndexOf('.');
        for (int i = 1;; i++) {
            String number = i == 1 ? "" : String.valueOf(i);
            Path copy = file.resolveSibling(name.substring(0, dot) + ".backup" + number + name.substring(dot));
            try {
                return Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            } catch (FileAlreadyExistsException taken) {
                // the next number
            }
        }
    }
}
