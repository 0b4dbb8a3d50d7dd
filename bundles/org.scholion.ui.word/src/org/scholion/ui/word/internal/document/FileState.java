package org.scholion.ui.word.internal.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells whether somebody wrote a file.
 *
 * @param modified in milliseconds since 1970; 0 where there is no file
 * @param size in bytes
 */
record FileState(long modified, long size) {

    private static final FileState MISSING = new FileState(0, 0);

    static FileState of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(attributes.lastModifiedTime().toMillis(), attributes.size());
        } catch (IOException e) {
            // no file, or one that cannot be looked at: for an editor the same
            return MISSING;
        }
    }
}
