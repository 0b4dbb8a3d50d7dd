package org.scholion.library;

import java.nio.file.Path;

/**
 * Something in a source that could not be read as meant; the rest of it was read.
 *
 * @param file where
 * @param line 1-based; 0 where a file has no lines
 * @param message one sentence for the author, in his language, without the place
 */
public record ReferenceProblem(Path file, int line, String message) {}
