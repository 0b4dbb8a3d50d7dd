package org.scholion.inference.onnx.internal.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** Another form of a graph with the same inputs and outputs. */
@FunctionalInterface
public interface Rewriting {

    /** Leaves every graph as it is. */
    Rewriting NONE = file -> Optional.empty();

    /**
     * The other form.
     *
     * @param file has been checked
     * @return the whole graph in direct memory, which refers to no other files; nothing where the file is to be loaded as it is
     * @throws IOException when the file cannot be read
     */
    Optional<ByteBuffer> of(Path file) throws IOException;
}
