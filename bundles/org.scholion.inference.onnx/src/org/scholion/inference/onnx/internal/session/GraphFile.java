package org.scholion.inference.onnx.internal.session;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;

/**
 * Looks through the protobuf of a graph before ONNX Runtime reads it: every part must lie within its whole, and weights that are kept
 * beside the graph must lie in its folder. Reads lengths only and jumps over the weights.
 */
final class GraphFile {

    /** Messages that hold others, with the numbers of their fields in onnx.proto. */
    private enum Part {
        MODEL,
        GRAPH,
        NODE,
        ATTRIBUTE,
        FUNCTION,
        SPARSE,
        TENSOR,
        ENTRY;

        private static final Map<Part, Map<Integer, Part>> PARTS = Map.of(
                MODEL, Map.of(7, GRAPH, 25, FUNCTION),
                GRAPH, Map.of(1, NODE, 5, TENSOR, 15, SPARSE),
                NODE, Map.of(5, ATTRIBUTE),
                ATTRIBUTE, Map.of(5, TENSOR, 6, GRAPH, 10, TENSOR, 11, GRAPH, 22, SPARSE, 23, SPARSE),
                FUNCTION, Map.of(7, NODE, 11, ATTRIBUTE),
                SPARSE, Map.of(1, TENSOR, 2, TENSOR),
                TENSOR, Map.of(13, ENTRY));
    }

    /** What protobuf can hold in one message. */
    private static final long MOST_BYTES = Integer.MAX_VALUE;
    private static final int MOST_DEPTH = 64;
    private static final int MOST_PATH_BYTES = 4096;
    private static final int WINDOW = 1 << 16;

    private final Path file;
    private final RandomAccessFile bytes;
    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private int windowLength;
    private long position;

    private GraphFile(Path file, RandomAccessFile bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** @throws ModelException when the file is missing, too large, broken, or refers to files outside its folder; names it */
    static void check(Path file) throws ModelException {
        if (!Files.isRegularFile(file)) {
            throw new ModelException(NLS.bind(Messages.File_missing, file));
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long length = bytes.length();
            if (length > MOST_BYTES) {
                throw new ModelException(NLS.bind(Messages.File_tooLarge, file, MOST_BYTES >> 20));
            }
            if (length == 0) {
                throw new EOFException("0 bytes");
            }
            new GraphFile(file, bytes).walk(Part.MODEL, length, 0);
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.Graph_broken, file, e.getMessage()), e);
        }
    }

    private void walk(Part part, long end, int depth) throws IOException, ModelException {
        if (depth > MOST_DEPTH) {
            throw new IOException("depth " + depth);
        }
        while (position < end) {
            long tag = varint();
            int field = (int) (tag >>> 3);
            long fieldEnd =
                    switch ((int) (tag & 7)) {
                        case 0 -> {
                            varint();
                            yield position;
                        }
                        case 1 -> position + Long.BYTES;
                        case 5 -> position + Integer.BYTES;
                        case 2 -> {
                            long length = varint();
                            yield length < 0 ? -1 : position + length;
                        }
                        default -> throw new IOException("wire type " + (tag & 7) + " at " + position);
                    };
            if (field == 0 || fieldEnd < position || fieldEnd > end) {
                throw new IOException("length at " + position);
            }
            Part inner = Part.PARTS.getOrDefault(part, Map.of()).get(field);
            if (inner == Part.ENTRY) {
                entry(fieldEnd);
            } else if (inner != null && (tag & 7) == 2) {
                walk(inner, fieldEnd, depth + 1);
            }
            position = fieldEnd;
        }
    }

    /** A key with its value, one of which says where weights are. */
    private void entry(long end) throws IOException, ModelException {
        String key = "";
        String value = "";
        while (position < end) {
            long tag = varint();
            long length = varint();
            if ((tag & 7) != 2 || length < 0 || length > MOST_PATH_BYTES || position + length > end) {
                throw new IOException("external data at " + position);
            }
            byte[] text = new byte[(int) length];
            for (int i = 0; i < text.length; i++) {
                text[i] = next();
            }
            if (tag >>> 3 == 1) {
                key = new String(text, StandardCharsets.UTF_8);
            } else {
                value = new String(text, StandardCharsets.UTF_8);
            }
        }
        if (key.equals("location")) {
            checkLocation(value);
        }
    }

    private void checkLocation(String location) throws IOException, ModelException {
        Path folder = file.toRealPath().getParent();
        boolean inside = false;
        try {
            Path target = folder.resolve(location).normalize();
            boolean plain = !location.isBlank() && !location.contains("..") && !location.matches("(?s)[/\\\\].*|[A-Za-z]:.*");
            inside = plain && target.startsWith(folder) && (!Files.exists(target) || target.toRealPath().startsWith(folder));
            if (inside && !Files.isRegularFile(target)) {
                throw new ModelException(NLS.bind(Messages.File_missing, target));
            }
        } catch (InvalidPathException e) {
            throw new ModelException(NLS.bind(Messages.Graph_outside, file, location), e);
        }
        if (!inside) {
            throw new ModelException(NLS.bind(Messages.Graph_outside, file, location));
        }
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = next();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("number at " + position);
    }

    private byte next() throws IOException {
        if (position < windowStart || position >= windowStart + windowLength) {
            bytes.seek(position);
            windowStart = position;
            windowLength = Math.max(0, bytes.read(window));
            if (windowLength == 0) {
                throw new EOFException("end at " + position);
            }
        }
        return window[(int) (position++ - windowStart)];
    }
}
