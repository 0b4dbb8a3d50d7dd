package org.scholion.inference.onnx.internal.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;

/** An open GGUF file: what stands before the tensors is in memory, the tensors are read piece by piece. */
final class GgufFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final GgufValues values;
    private final Map<String, GgufTensor> tensors;

    private GgufFile(Path path, FileChannel channel, GgufHeader header) {
        this.path = path;
        this.channel = channel;
        values = header.values();
        tensors = header.tensors();
    }

    /** @throws ModelException names the file */
    static GgufFile open(Path path) throws ModelException {
        FileChannel channel = channel(path);
        boolean opened = false;
        try {
            GgufFile file = new GgufFile(path, channel, new GgufHeader(path, channel));
            opened = true;
            return file;
        } finally {
            if (!opened) {
                close(path, channel);
            }
        }
    }

    private static FileChannel channel(Path path) throws ModelException {
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.Gguf_notRead, path, e.getMessage()), e);
        }
    }

    Path path() {
        return path;
    }

    GgufValues values() {
        return values;
    }

    /** By name. */
    Map<String, GgufTensor> tensors() {
        return tensors;
    }

    Optional<GgufTensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    GgufTensor tensor(String name) throws ModelException {
        GgufTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelException(NLS.bind(Messages.Gguf_missing, path, name));
        }
        return tensor;
    }

    /** A tensor of the shape that the settings ask for. */
    GgufTensor tensor(String name, int rowCount, int columns) throws ModelException {
        GgufTensor tensor = tensor(name);
        if (tensor.rowCount() != rowCount || tensor.columns() != columns) {
            throw new ModelException(NLS.bind(Messages.Gguf_wrongTensor, path, name));
        }
        return tensor;
    }

    /** Fills the buffer from a place in the file and flips it. */
    void read(long offset, ByteBuffer buffer) throws ModelException {
        try {
            long at = offset;
            while (buffer.hasRemaining()) {
                int count = channel.read(buffer, at);
                if (count < 0) {
                    throw new ModelException(NLS.bind(Messages.Gguf_broken, path, "end of file"));
                }
                at += count;
            }
            buffer.flip();
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.Gguf_notRead, path, e.getMessage()), e);
        }
    }

    @Override
    public void close() throws ModelException {
        close(path, channel);
    }

    private static void close(Path path, FileChannel channel) throws ModelException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.Gguf_notRead, path, e.getMessage()), e);
        }
    }
}
