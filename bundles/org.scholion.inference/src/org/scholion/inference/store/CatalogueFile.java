package org.scholion.inference.store;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.scholion.inference.RemoteModel;

/**
 * A file of a model, as a catalogue knows it.
 *
 * @param path where it lies in the model's folder and in its source: names separated by {@code /}
 * @param size in bytes; empty when the catalogue does not know it
 * @param sha256 64 lower case hexadecimal digits; empty when the catalogue does not know it
 */
public record CatalogueFile(String path, OptionalLong size, Optional<String> sha256) {

    private static final Pattern PATH = Pattern.compile("(?!\\.)[\\w.+@ -]{1,120}(/(?!\\.)[\\w.+@ -]{1,120}){0,7}");
    /** What only Scholion itself writes: what it knows of a model, and that texts may go to a server. */
    private static final Set<String> RESERVED = Set.of("scholion-model.json", RemoteModel.FILE);

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public CatalogueFile {
        if (!isPath(path) || size.orElse(0) < 0 || !sha256.map(CatalogueFile::isSha256).orElse(true)) {
            throw new IllegalArgumentException("not a file of a model: " + path);
        }
    }

    /** Whether {@code path} is relative, stays in its folder, and names no hidden file and none that only Scholion writes. */
    public static boolean isPath(String path) {
        return PATH.matcher(path).matches() && !RESERVED.contains(path);
    }

    /** Whether {@code digits} are those of a SHA-256. */
    public static boolean isSha256(String digits) {
        return SHA256.matcher(digits).matches();
    }
}
