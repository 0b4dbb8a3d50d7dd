package org.scholion.inference.onnx.internal.fuse;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Graphs as bytes: not on the heap, which would stay larger for good. */
public final class GraphBytes {

    private GraphBytes() {}

    /**
     * The graph in a file.
     *
     * @throws com.google.protobuf.InvalidProtocolBufferException when it is none
     */
    public static ModelProto read(Path file) throws IOException {
        CodedInputStream bytes = UnsafeByteOperations.unsafeWrap(bytes(file)).newCodedInput();
        bytes.enableAliasing(true); // the weights are not copied
        return ModelProto.parseFrom(bytes);
    }

    private static ByteBuffer bytes(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(Math.toIntExact(channel.size()));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // goes on where it stopped
            }
            return bytes.flip();
        }
    }

    /** A graph in direct memory, as ONNX Runtime takes it. */
    public static ByteBuffer written(ModelProto model) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(model.getSerializedSize());
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        model.writeTo(out);
        out.flush();
        return bytes.flip();
    }
}
