package org.scholion.inference.onnx.internal.gguf;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;

/** The file beside the graph that holds its large tensors. Places are given out first and filled later, in any order. */
final class ExternalData implements AutoCloseable {

    /** Places begin at pages, so that a tensor can be mapped into memory alone. */
    private static final long PAGE = 4096;

    private final Path path;
    private final FileChannel channel;
    private long end;

    /** Makes the file. */
    ExternalData(Path path) throws ModelException {
        this.path = path;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** A place of so many bytes. */
    long place(long bytes) {
        long start = (end + PAGE - 1) / PAGE * PAGE;
        end = start + bytes;
        return start;
    }

    /** The description of a tensor at a place. Several tensors may describe one place. */
    TensorProto tensor(String name, TensorProto.DataType type, long place, long bytes, long... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", path.getFileName().toString()))
                .addExternalData(entry("offset", Long.toString(place)))
                .addExternalData(entry("length", Long.toString(bytes)));
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        return tensor.build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder()
                .setKeyBytes(ByteString.copyFromUtf8(key))
                .setValueBytes(ByteString.copyFromUtf8(value))
                .build();
    }

    /** Writes what is in the buffer, from its start to its position, and empties it. @return the place behind it */
    long write(long place, ByteBuffer buffer) throws ModelException {
        buffer.flip();
        long at = place;
        try {
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
        buffer.clear();
        return at;
    }

    private ModelException notWritten(IOException e) {
        return new ModelException(NLS.bind(Messages.Gguf_notWritten, path, e.getMessage()), e);
    }

    @Override
    public void close() throws ModelException {
        try {
            channel.close();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }
}
