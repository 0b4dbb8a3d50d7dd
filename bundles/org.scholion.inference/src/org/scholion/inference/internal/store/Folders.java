package org.scholion.inference.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.LongConsumer;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Folders with all that is in them. */
final class Folders {

    private static final int BUFFER_BYTES = 1 << 18;

    private Folders() {}

    /** Deletes a folder; links are deleted, not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, @Nullable BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(inner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The bytes of all files. */
    static long size(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long[] sum = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, @Nullable BasicFileAttributes attributes) {
                sum[0] += attributes == null ? 0 : attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }

    /**
     * Copies what comes from a stream to a file.
     *
     * @param most more bytes are refused
     */
    static void copy(InputStream in, Path to, long most, LongConsumer progress, CancelToken cancel) throws IOException, CancelledException {
        Path folder = to.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        long done = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                cancel.check();
                done += count;
                if (done > most) {
                    throw new IOException("more than " + most + " bytes in " + to.getFileName());
                }
                out.write(buffer, 0, count);
                progress.accept(done);
            }
        }
    }
}
