package org.scholion.library.internal.zotero;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Reads a database of another program without locking it. A database that nobody writes is read in place, as one that cannot change; else a
 * copy is read together with the copy of its journal, so that SQLite finds the last state that was committed.
 */
final class Snapshot {

    private static final int ATTEMPTS = 4;
    private static final List<String> PARTS = List.of("", "-wal", "-journal");

    /** What somebody wants from a database. */
    @FunctionalInterface
    interface Work<T> {
        T run(Database database) throws LibraryException, CancelledException;
    }

    /** By which a change of a file is seen. */
    private record Stamp(long size, long changed, int start) {}

    private Snapshot() {}

    /** Runs the work on a state that the database had as a whole; more than once when it changes meanwhile. */
    static <T> T read(Path file, CancelToken cancel, Work<T> work) throws LibraryException, CancelledException {
        Path folder = null;
        try {
            if (!inUse(file)) {
                List<Stamp> before = stamps(file);
                try (Database database = Database.inPlace(file, cancel)) {
                    T value = work.run(database);
                    if (before.equals(stamps(file))) {
                        return value;
                    }
                } catch (LibraryException failed) {
                    if (before.equals(stamps(file))) {
                        throw failed;
                    }
                }
            }
            folder = Files.createTempDirectory("scholion-database");
            Path copy = folder.resolve("copy.sqlite");
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                cancel.check();
                List<Stamp> before = stamps(file);
                copy(file, copy);
                if (before.equals(stamps(file))) {
                    try (Database database = Database.copied(copy, file, cancel)) {
                        return work.run(database);
                    }
                }
            }
        } catch (IOException failed) {
            throw new LibraryException(NLS.bind(Messages.zotero_unreadable, file, failed.getLocalizedMessage()), failed);
        } finally {
            delete(folder);
        }
        throw new LibraryException(NLS.bind(Messages.zotero_changing, file));
    }

    /** Whether there is a journal with something in it; one with a blank start is kept for the next change only. */
    private static boolean inUse(Path file) throws IOException {
        for (String part : PARTS.subList(1, PARTS.size())) {
            Path journal = file.resolveSibling(file.getFileName() + part);
            if (Files.isRegularFile(journal) && start(journal, 0) != 0) {
                return true;
            }
        }
        return false;
    }

    private static List<Stamp> stamps(Path file) throws IOException {
        List<Stamp> stamps = new ArrayList<>();
        for (String part : PARTS) {
            Path one = file.resolveSibling(file.getFileName() + part);
            try {
                // the main file counts its changes at offset 24
                int start = start(one, part.isEmpty() ? 24 : 0);
                stamps.add(new Stamp(Files.size(one), Files.getLastModifiedTime(one).toMillis(), start));
            } catch (NoSuchFileException missing) {
                stamps.add(new Stamp(-1, 0, 0));
            }
        }
        return stamps;
    }

    private static int start(Path file, int offset) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.min(offset, Files.size(file)));
            byte[] bytes = in.readNBytes(8);
            return Arrays.equals(bytes, new byte[bytes.length]) ? 0 : Arrays.hashCode(bytes);
        }
    }

    private static void copy(Path file, Path copy) throws IOException {
        for (String part : PARTS) {
            Path from = file.resolveSibling(file.getFileName() + part);
            Path to = copy.resolveSibling(copy.getFileName() + part);
            Files.deleteIfExists(to);
            if (Files.isRegularFile(from)) {
                Files.copy(from, to);
            }
        }
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.toList();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
