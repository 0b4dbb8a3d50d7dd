package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.zip.CRC32;

/** Tells whether a source changed since it was read: by names, sizes and times, since reading it may take minutes. */
final class SourceStamp {

    private static final int MAX_DEPTH = 8;

    private SourceStamp() {}

    /** The stamp of a file or folder. */
    static String of(Path source) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(source, BasicFileAttributes.class);
        if (!attributes.isDirectory()) {
            return attributes.size() + "@" + attributes.lastModifiedTime().toMillis();
        }
        CRC32 all = new CRC32();
        Files.walkFileTree(source, Set.of(), MAX_DEPTH, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
                String one = source.relativize(file) + " " + of.size() + "@" + of.lastModifiedTime().toMillis();
                all.update(one.getBytes(StandardCharsets.UTF_8));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) {
                return FileVisitResult.CONTINUE;
            }
        });
        return "folder@" + Long.toHexString(all.getValue());
    }
}
