package org.scholion.inference.onnx.internal.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;

/**
 * Reads what stands before the tensors: entries and the list of tensors. Counts and lengths of the file are believed only as far as the
 * file is long enough for them and the limits here allow, so memory stays in proportion to the file and below about 300 MB.
 */
final class GgufHeader {

    private static final int MAGIC = 0x46554747;
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_TENSORS = 100_000;
    private static final int MAX_NAME_BYTES = 1_024;
    private static final int MAX_TEXT_BYTES = 1 << 20;
    private static final int MAX_ARRAY = 1 << 21;
    private static final long MAX_HEADER_BYTES = 128L << 20;
    private static final int MAX_ALIGNMENT = 1 << 16;

    private static final int UINT8 = 0;
    private static final int INT8 = 1;
    private static final int UINT16 = 2;
    private static final int INT16 = 3;
    private static final int UINT32 = 4;
    private static final int INT32 = 5;
    private static final int FLOAT32 = 6;
    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    private static final int UINT64 = 10;
    private static final int INT64 = 11;
    private static final int FLOAT64 = 12;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).flip();
    private long filePosition;
    private final GgufValues values;
    private final Map<String, GgufTensor> tensors;

    GgufHeader(Path path, FileChannel channel) throws ModelException {
        this.path = path;
        this.channel = channel;
        try {
            size = channel.size();
            if (size < 8 || int32() != MAGIC || !isKnownVersion(int32())) {
                throw new ModelException(NLS.bind(Messages.Gguf_noGguf, path));
            }
            int tensorCount = count(MAX_TENSORS, "number of tensors");
            int entryCount = count(MAX_ENTRIES, "number of entries");
            values = new GgufValues(path, entries(entryCount));
            tensors = tensors(tensorCount);
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.Gguf_notRead, path, e.getMessage()), e);
        }
    }

    GgufValues values() {
        return values;
    }

    Map<String, GgufTensor> tensors() {
        return tensors;
    }

    private static boolean isKnownVersion(int version) {
        return version == 2 || version == 3;
    }

    private Map<String, Object> entries(int count) throws ModelException, IOException {
        Map<String, Object> entries = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String key = text(MAX_NAME_BYTES);
            if (entries.put(key, value(int32(), key)) != null) {
                throw broken(key + " occurs twice");
            }
        }
        return entries;
    }

    private Object value(int type, String key) throws ModelException, IOException {
        return switch (type) {
            case FLOAT32 -> (double) Float.intBitsToFloat(int32());
            case FLOAT64 -> Double.longBitsToDouble(int64());
            case BOOL -> bytes(1).get() != 0;
            case STRING -> text(MAX_TEXT_BYTES);
            case ARRAY -> array(key);
            default -> whole(type, key);
        };
    }

    private Long whole(int type, String key) throws ModelException, IOException {
        return switch (type) {
            case UINT8 -> bytes(1).get() & 0xFFL;
            case INT8 -> (long) bytes(1).get();
            case UINT16 -> bytes(2).getShort() & 0xFFFFL;
            case INT16 -> (long) bytes(2).getShort();
            case UINT32 -> int32() & 0xFFFF_FFFFL;
            case INT32 -> (long) int32();
            case UINT64, INT64 -> int64();
            default -> throw broken("type of " + key);
        };
    }

    private Object array(String key) throws ModelException, IOException {
        int type = int32();
        int count = count(MAX_ARRAY, "length of " + key);
        switch (type) {
            case STRING -> {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    texts.add(text(MAX_TEXT_BYTES));
                }
                return texts;
            }
            case FLOAT32, FLOAT64 -> {
                float[] decimals = new float[checked(count, type == FLOAT32 ? 4 : 8)];
                for (int i = 0; i < count; i++) {
                    decimals[i] = ((Double) value(type, key)).floatValue();
                }
                return decimals;
            }
            case BOOL, ARRAY -> throw new ModelException(NLS.bind(Messages.Gguf_notSupported, path, key));
            default -> {
                int[] numbers = new int[checked(count, 1)];
                for (int i = 0; i < count; i++) {
                    numbers[i] = whole(type, key).intValue();
                }
                return numbers;
            }
        }
    }

    /** Refuses a count for which the file is too short, before memory is taken for it. */
    private int checked(int count, int bytes) throws ModelException {
        if ((long) count * bytes > size - position()) {
            throw broken("end of file");
        }
        return count;
    }

    private Map<String, GgufTensor> tensors(int count) throws ModelException, IOException {
        record Entry(String name, GgufType type, int columns, int rowCount, long offset) {}
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = text(MAX_NAME_BYTES);
            int dimensions = int32();
            if (dimensions < 1 || dimensions > 4) {
                throw broken(name);
            }
            long columns = int64();
            long rows = 1;
            for (int d = 1; d < dimensions; d++) {
                rows = product(rows, int64(), name);
            }
            int id = int32();
            GgufType type = GgufType.of(id)
                    .orElseThrow(() -> new ModelException(
                            NLS.bind(Messages.Gguf_notSupported, path, name + " (type " + id + ")")));
            long rowBytes = product(product(columns, 1, name) / type.blockWeights(), type.blockBytes(), name);
            if (columns % type.blockWeights() != 0 || rowBytes > Integer.MAX_VALUE / 2) {
                throw broken(name);
            }
            entries.add(new Entry(name, type, (int) columns, (int) rows, int64()));
        }
        int alignment = values.number("general.alignment", 1, MAX_ALIGNMENT, 32);
        long start = (position() + alignment - 1) / alignment * alignment;
        Map<String, GgufTensor> found = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.offset < 0 || entry.offset > size) {
                throw broken(entry.name);
            }
            GgufTensor tensor =
                    new GgufTensor(entry.name, entry.type, entry.columns, entry.rowCount, start + entry.offset);
            if (tensor.byteCount() > size - tensor.offset() || found.put(tensor.name(), tensor) != null) {
                throw broken(entry.name);
            }
        }
        return found;
    }

    /** A product of sizes, each from 1 up, that an int holds. */
    private long product(long a, long b, String name) throws ModelException {
        if (a < 1 || b < 1 || a > Integer.MAX_VALUE || b > Integer.MAX_VALUE || a * b > Integer.MAX_VALUE) {
            throw broken(name);
        }
        return a * b;
    }

    private int count(int most, String what) throws ModelException, IOException {
        long count = int64();
        if (count < 0 || count > most) {
            throw broken(what);
        }
        return (int) count;
    }

    private String text(int most) throws ModelException, IOException {
        int length = count(most, "length of a text");
        byte[] bytes = new byte[checked(length, 1)];
        for (int at = 0; at < length; ) {
            int piece = Math.min(length - at, buffer.capacity());
            bytes(piece).get(bytes, at, piece);
            at += piece;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int int32() throws ModelException, IOException {
        return bytes(4).getInt();
    }

    private long int64() throws ModelException, IOException {
        return bytes(8).getLong();
    }

    private long position() {
        return filePosition - buffer.remaining();
    }

    /** The buffer, with at least so many bytes. */
    private ByteBuffer bytes(int count) throws ModelException, IOException {
        if (buffer.remaining() < count) {
            buffer.compact();
            while (buffer.position() < count) {
                int read = channel.read(buffer, filePosition);
                if (read < 0) {
                    throw broken("end of file");
                }
                filePosition += read;
                if (filePosition > MAX_HEADER_BYTES) {
                    throw broken("size of the entries");
                }
            }
            buffer.flip();
        }
        return buffer;
    }

    private ModelException broken(String what) {
        return new ModelException(NLS.bind(Messages.Gguf_broken, path, what));
    }
}
