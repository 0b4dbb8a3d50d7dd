package org.scholion.cli.internal;

import java.nio.file.Path;
import java.util.Map;

/**
 * How the person calls files: as on the command line, relative where that was relative.
 *
 * @param folder against which relative names are resolved, absolute
 * @param given the absolute files that were named, with the name
 * @param relative whether files beside them are named relative to {@code folder}
 */
public record FileNames(Path folder, Map<Path, String> given, boolean relative) {

    public FileNames {
        given = Map.copyOf(given);
    }

    /** The name of a file; {@code file} is absolute and normalised. */
    public String nameOf(Path file) {
        if (given.containsKey(file)) {
            return given.get(file);
        }
        boolean sameRoot = folder.getRoot() != null && folder.getRoot().equals(file.getRoot());
        return relative && sameRoot ? folder.relativize(file).toString() : file.toString();
    }
}
