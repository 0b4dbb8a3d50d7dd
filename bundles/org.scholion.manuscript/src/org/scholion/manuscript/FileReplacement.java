package org.scholion.manuscript;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A file that is written beside its place and moved there when it is whole, so that its place holds the old or the new one at any time.
 * Closed without {@link #commit()} it leaves nothing. Not thread-safe.
 */
public final class FileReplacement implements AutoCloseable {

    private final Path beside;
    private final Path target;

    /** Writes a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    private FileReplacement(Path beside, Path target) {
        this.beside = beside;
        this.target = target;
    }

    /**
     * Writes the new file beside its place.
     *
     * @param target its place; folders are made
     * @param original whose permissions it gets where there is no file yet
     */
    public static FileReplacement prepare(Path target, Path original, Content content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new FileSystemException(target.toString());
        }
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "." + target.getFileName() + ".", ".tmp");
        try {
            content.writeTo(beside);
            keepPermissions(Files.exists(target) ? target : original, beside);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
        return new FileReplacement(beside, target);
    }

    public Path target() {
        return target;
    }

    /** Moves the file to its place. A link stays a link: what it points to is replaced. */
    public void commit() throws IOException {
        Path place = Files.isSymbolicLink(target) ? resolved(target) : target;
        try {
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(beside);
    }

    /** Why a file could not be written or read, as far as the system says it. */
    public static String reason(IOException e) {
        String message = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static Path resolved(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            return link;
        }
    }
}
