package org.scholion.library.internal.format;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Finds the paths of documents that a source names. */
public final class Documents {

    private Documents() {}

    /**
     * The path of a document on this machine.
     *
     * @param name a path, relative ones from the folder of the source, or a {@code file:} address
     */
    public static Optional<Path> of(String name, Path source) {
        String plain = name.strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("internal-pdf:")) {
            return Optional.empty();
        }
        try {
            if (lower.startsWith("file:/")) {
                URI address = URI.create(plain.replace(" ", "%20").replace("\\", "/"));
                return address.getPath() == null ? Optional.empty() : Optional.of(Path.of(withoutHost(address)));
            }
            return Optional.of(source.resolveSibling(plain));
        } catch (IllegalArgumentException | FileSystemNotFoundException odd) {
            return plain(plain.replaceFirst("(?i)^file:/{0,3}(?=[A-Za-z]:|/)", ""), source);
        }
    }

    private static Optional<Path> plain(String name, Path source) {
        try {
            return Optional.of(source.resolveSibling(name));
        } catch (InvalidPathException odd) {
            return Optional.empty();
        }
    }

    private static URI withoutHost(URI address) {
        return URI.create("file://" + address.getRawPath());
    }
}
