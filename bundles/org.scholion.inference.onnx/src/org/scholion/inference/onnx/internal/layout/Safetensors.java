package org.scholion.inference.onnx.internal.layout;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;

/**
 * The tensors of a file in the format of safetensors: the length of a header, the header in JSON, the numbers. Read strictly: the
 * numbers of the tensors lie one behind the other, without overlap or gap, and end with the file. Immutable.
 */
public final class Safetensors {

    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_HEADER_BYTES = 8 << 20;
    private static final int MOST_TENSORS = 20_000;
    private static final int MOST_NAME_LENGTH = 1_000;
    private static final int MOST_DIMENSIONS = 8;
    private static final String METADATA = "__metadata__";

    /** How a number is stored. */
    private enum Kind {
        F32(Float.BYTES),
        F16(Short.BYTES),
        BF16(Short.BYTES);

        private final int size;

        Kind(int size) {
            this.size = size;
        }
    }

    /** @param start in bytes behind the header */
    private record Tensor(Kind kind, List<Long> shape, long start, long end) {}

    private final Path file;
    private final ByteBuffer numbers;
    private final Map<String, Tensor> tensors;

    private Safetensors(Path file, ByteBuffer numbers, Map<String, Tensor> tensors) {
        this.file = file;
        this.numbers = numbers;
        this.tensors = tensors;
    }

    /** @throws ModelException when the file is missing, larger than 512 MiB or broken, or its numbers are no floats; names it */
    public static Safetensors read(Path file) throws ModelException {
        ByteBuffer bytes = bytes(file);
        if (bytes.remaining() < Long.BYTES) {
            throw broken(file, "length of the header");
        }
        long length = bytes.getLong();
        if (length < 2 || length > MOST_HEADER_BYTES || length > bytes.remaining()) {
            throw broken(file, "length of the header: " + Long.toUnsignedString(length));
        }
        ByteBuffer header = bytes.slice(bytes.position(), (int) length);
        ByteBuffer numbers = bytes.slice(bytes.position() + (int) length, bytes.remaining() - (int) length)
                .order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Tensor> tensors;
        try {
            tensors = tensors(StandardCharsets.UTF_8.newDecoder().decode(header).toString());
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new ModelException(NLS.bind(Messages.Safetensors_broken, file, e.getMessage()), e);
        }
        long end = 0;
        List<Map.Entry<String, Tensor>> inOrder = new ArrayList<>(tensors.entrySet());
        inOrder.sort(Comparator.comparingLong((Map.Entry<String, Tensor> each) -> each.getValue().start())
                .thenComparingLong(each -> each.getValue().end()));
        for (Map.Entry<String, Tensor> each : inOrder) {
            if (each.getValue().start() != end) {
                throw broken(file, "place of " + each.getKey());
            }
            end = each.getValue().end();
        }
        if (end != numbers.capacity()) {
            throw broken(file, "length of the file");
        }
        return new Safetensors(file, numbers, tensors);
    }

    /** Not on the heap, which would stay larger for good. */
    private static ByteBuffer bytes(Path file) throws ModelException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > MOST_BYTES) {
                throw new ModelException(NLS.bind(Messages.File_tooLarge, file, MOST_BYTES >> 20));
            }
            ByteBuffer bytes = ByteBuffer.allocateDirect((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // goes on where it stopped
            }
            return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
        } catch (NoSuchFileException e) {
            throw new ModelException(NLS.bind(Messages.File_missing, file), e);
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.File_unreadable, file, e.getMessage()), e);
        }
    }

    private static Map<String, Tensor> tensors(String header) throws IOException {
        if (header.charAt(0) != '{') {
            throw new MalformedJsonException("header");
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        boolean described = false;
        JsonReader json = new JsonReader(new StringReader(header.stripTrailing()));
        json.setStrictness(Strictness.STRICT);
        json.beginObject();
        while (json.hasNext()) {
            String name = name(json);
            if (name.equals(METADATA)) {
                check(!described, name);
                described = true;
                skipMetadata(json);
            } else {
                check(!tensors.containsKey(name) && tensors.size() < MOST_TENSORS, name);
                tensors.put(name, tensor(json, name));
            }
        }
        json.endObject();
        json.peek(); // refuses what stands behind
        return Collections.unmodifiableMap(tensors);
    }

    private static void skipMetadata(JsonReader json) throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            json.nextName();
            json.nextString();
        }
        json.endObject();
    }

    private static Tensor tensor(JsonReader json, String name) throws IOException {
        @Nullable Kind kind = null;
        @Nullable List<Long> shape = null;
        @Nullable List<Long> place = null;
        json.beginObject();
        while (json.hasNext()) {
            switch (name(json)) {
                case "dtype" -> {
                    check(kind == null, name);
                    kind = kind(json.nextString(), name);
                }
                case "shape" -> {
                    check(shape == null, name);
                    shape = whole(json, MOST_DIMENSIONS, name);
                }
                case "data_offsets" -> {
                    check(place == null, name);
                    place = whole(json, 2, name);
                }
                default -> check(false, name);
            }
        }
        json.endObject();
        if (kind == null || shape == null || place == null || place.size() != 2) {
            throw new MalformedJsonException(name);
        }
        long bytes = kind.size;
        for (long dimension : shape) {
            // numbers are below 2^31, and so is the size of a file
            bytes *= dimension;
            check(bytes <= MOST_BYTES, "shape of " + name);
        }
        check(place.get(1) - place.get(0) == bytes, "place of " + name);
        return new Tensor(kind, shape, place.get(0), place.get(1));
    }

    private static Kind kind(String kind, String name) throws IOException {
        for (Kind known : Kind.values()) {
            if (known.name().equals(kind)) {
                return known;
            }
        }
        throw new MalformedJsonException("numbers of " + name);
    }

    private static String name(JsonReader json) throws IOException {
        String name = json.nextName();
        check(name.length() <= MOST_NAME_LENGTH, "a name");
        return name;
    }

    /** Numbers from 0 to 2^31 - 1. */
    private static List<Long> whole(JsonReader json, int most, String name) throws IOException {
        List<Long> numbers = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            String number = json.peek() == JsonToken.NUMBER ? json.nextString() : "";
            check(number.matches("\\d{1,10}") && numbers.size() < most, name);
            long value = Long.parseLong(number);
            check(value <= Integer.MAX_VALUE, name);
            numbers.add(value);
        }
        json.endArray();
        return List.copyOf(numbers);
    }

    private static void check(boolean right, String place) throws IOException {
        if (!right) {
            throw new MalformedJsonException(place);
        }
    }

    private static ModelException broken(Path file, String place) {
        return new ModelException(NLS.bind(Messages.Safetensors_broken, file, place));
    }

    public Path file() {
        return file;
    }

    /** The names of the tensors. */
    public Set<String> names() {
        return tensors.keySet();
    }

    /** The dimensions of a tensor. */
    public List<Long> shape(String name) {
        return tensor(name).shape();
    }

    /**
     * The numbers of a tensor, row by row.
     *
     * @throws ModelException when one is infinite or none; names the file
     */
    public float[] floats(String name) throws ModelException {
        Tensor tensor = tensor(name);
        float[] values = new float[(int) ((tensor.end() - tensor.start()) / tensor.kind().size)];
        for (int i = 0; i < values.length; i++) {
            int at = (int) tensor.start() + i * tensor.kind().size;
            values[i] = switch (tensor.kind()) {
                case F32 -> numbers.getFloat(at);
                case F16 -> Float.float16ToFloat(numbers.getShort(at));
                case BF16 -> Float.intBitsToFloat(numbers.getShort(at) << Short.SIZE);
            };
            if (!Float.isFinite(values[i])) {
                throw broken(file, "a number of " + name);
            }
        }
        return values;
    }

    private Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(name);
        }
        return tensor;
    }
}
