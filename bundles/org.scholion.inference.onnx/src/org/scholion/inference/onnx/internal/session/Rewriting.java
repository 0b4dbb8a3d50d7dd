package org.scholion.inference.onnx.internal.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.scholion.inference.ModelException;

/** Another form of a graph. */
@FunctionalInterface
public interface Rewriting {

    /** Leaves every graph as it is. */
    Rewriting NONE = file -> Optional.empty();

    /**
     * The form for the CPU.
     *
     * @param file has been checked
     * @return the whole graph in direct memory, which refers to no other files; nothing where it has only the plain form
     * @throws IOException when the file cannot be read
     * @throws ModelException when no other form can be made of this file, and the file itself is not what is wanted
     */
    Optional<ByteBuffer> of(Path file) throws IOException, ModelException;

    /**
     * The form for other devices, and for the CPU where that refuses the other; it has the same inputs and outputs.
     *
     * @return as above; nothing where it is the file itself
     * @throws IOException when the file cannot be read
     * @throws ModelException as above
     */
    default Optional<ByteBuffer> plain(Path file) throws IOException, ModelException {
        return Optional.empty();
    }
}
