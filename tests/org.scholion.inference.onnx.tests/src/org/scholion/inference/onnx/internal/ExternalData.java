package org.scholion.inference.onnx.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes just so much protobuf that a graph refers to weights beside it. */
final class ExternalData {

    private ExternalData() {}

    /** A graph with one weight at {@code location}. */
    static byte[] graph(String location) {
        byte[] entry = join(field(1, text("location")), field(2, text(location)));
        byte[] tensor = join(new byte[] {8, 1, 16, 1}, field(8, text("w")), field(13, entry), new byte[] {112, 1});
        return join(new byte[] {8, 8}, field(7, field(5, tensor)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** All lengths are below 128. */
    private static byte[] field(int number, byte[] value) {
        return join(new byte[] {(byte) (number << 3 | 2), (byte) value.length}, value);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
