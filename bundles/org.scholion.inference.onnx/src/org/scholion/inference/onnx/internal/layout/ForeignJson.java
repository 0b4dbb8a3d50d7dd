package org.scholion.inference.onnx.internal.layout;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;

/**
 * An object in a JSON file that somebody else wrote. Values of another sort than asked for are refused with the name of the file and of
 * the key; a missing value and {@code null} are empty. Immutable.
 */
public final class ForeignJson {

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_DEPTH = 64;

    private final Path file;
    private final JsonObject object;

    private ForeignJson(Path file, JsonObject object) {
        this.file = file;
        this.object = object;
    }

    /** An object without values, for a file that is not there. */
    public static ForeignJson empty(Path file) {
        return new ForeignJson(file, new JsonObject());
    }

    /** @throws ModelException when the file is missing, larger than 8 MiB, deeper than 64 or not an object; names it */
    public static ForeignJson read(Path file) throws ModelException {
        JsonElement value = parse(file);
        if (value instanceof JsonObject object) {
            return new ForeignJson(file, object);
        }
        throw new ModelException(NLS.bind(Messages.Json_broken, file, value.getClass().getSimpleName()));
    }

    /** As {@link #read}, and empty when the file is not there. */
    public static ForeignJson readIfPresent(Path file) throws ModelException {
        return Files.isRegularFile(file) ? read(file) : empty(file);
    }

    /** The objects of a file that holds a list. */
    public static List<ForeignJson> readList(Path file) throws ModelException {
        JsonElement value = parse(file);
        if (!value.isJsonArray()) {
            throw new ModelException(NLS.bind(Messages.Json_broken, file, value.getClass().getSimpleName()));
        }
        return objects(file, value, file.getFileName().toString());
    }

    /**
     * The text of a JSON file, with limits.
     *
     * @param mostBytes the largest size that is read
     * @throws ModelException when it is missing, larger, no UTF-8 or nested deeper than 64; names it
     */
    public static String text(Path file, int mostBytes) throws ModelException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(mostBytes + 1);
        } catch (NoSuchFileException e) {
            throw new ModelException(NLS.bind(Messages.File_missing, file), e);
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.File_unreadable, file, e.getMessage()), e);
        }
        if (bytes.length > mostBytes) {
            throw new ModelException(NLS.bind(Messages.File_tooLarge, file, mostBytes >> 20));
        }
        checkDepth(file, bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.Json_broken, file, "UTF-8"), e);
        }
    }

    private static void checkDepth(Path file, byte[] bytes) throws ModelException {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < bytes.length; i++) {
            byte c = bytes[i];
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                if (++depth > MOST_DEPTH) {
                    throw new ModelException(NLS.bind(Messages.Json_tooDeep, file, MOST_DEPTH));
                }
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
    }

    private static JsonElement parse(Path file) throws ModelException {
        try {
            return JsonParser.parseString(text(file, MOST_BYTES));
        } catch (JsonParseException e) {
            throw new ModelException(NLS.bind(Messages.Json_broken, file, e.getMessage()), e);
        }
    }

    /** The file that it comes from. */
    public Path file() {
        return file;
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    public Optional<String> text(String key) throws ModelException {
        return primitive(key, JsonPrimitive::isString).map(JsonPrimitive::getAsString);
    }

    public boolean flag(String key, boolean otherwise) throws ModelException {
        return primitive(key, JsonPrimitive::isBoolean).map(JsonPrimitive::getAsBoolean).orElse(otherwise);
    }

    public Optional<Double> number(String key) throws ModelException {
        Optional<JsonPrimitive> value = primitive(key, JsonPrimitive::isNumber);
        return value.isEmpty() ? Optional.empty() : Optional.of(finite(key, value.get()));
    }

    /** A whole number from {@code least} to {@code most}. */
    public Optional<Integer> integer(String key, int least, int most) throws ModelException {
        Optional<Double> value = number(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double number = value.get();
        if (number != Math.rint(number) || number < least || number > most) {
            throw wrong(key);
        }
        return Optional.of((int) number);
    }

    /** One whole number or a list of them, as the ids of end tokens are written; empty when missing. */
    public List<Integer> integers(String key, int least, int most) throws ModelException {
        Optional<JsonElement> value = find(key);
        if (value.isEmpty()) {
            return List.of();
        }
        List<JsonElement> elements = value.get().isJsonArray() ? value.get().getAsJsonArray().asList() : List.of(value.get());
        List<Integer> numbers = new ArrayList<>();
        for (JsonElement element : elements) {
            JsonObject single = new JsonObject();
            single.add(key, element);
            numbers.add(new ForeignJson(file, single).integer(key, least, most).orElseThrow(() -> wrong(key)));
        }
        return numbers;
    }

    /** One text or a list of them; empty when missing. */
    public List<String> texts(String key) throws ModelException {
        Optional<JsonElement> value = find(key);
        if (value.isEmpty()) {
            return List.of();
        }
        List<JsonElement> elements = value.get().isJsonArray() ? value.get().getAsJsonArray().asList() : List.of(value.get());
        List<String> texts = new ArrayList<>();
        for (JsonElement element : elements) {
            if (!(element instanceof JsonPrimitive primitive && primitive.isString())) {
                throw wrong(key);
            }
            texts.add(primitive.getAsString());
        }
        return texts;
    }

    public Optional<ForeignJson> object(String key) throws ModelException {
        Optional<JsonElement> value = find(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof JsonObject found) {
            return Optional.of(new ForeignJson(file, found));
        }
        throw wrong(key);
    }

    /** A list of objects; empty when missing. */
    public List<ForeignJson> objects(String key) throws ModelException {
        Optional<JsonElement> value = find(key);
        if (value.isEmpty()) {
            return List.of();
        }
        return objects(file, value.get(), key);
    }

    private static List<ForeignJson> objects(Path file, JsonElement value, String key) throws ModelException {
        List<ForeignJson> objects = new ArrayList<>();
        for (JsonElement element : value.isJsonArray() ? value.getAsJsonArray() : List.of(value)) {
            if (!(element instanceof JsonObject found)) {
                throw new ModelException(NLS.bind(Messages.Json_value, file, key));
            }
            objects.add(new ForeignJson(file, found));
        }
        return objects;
    }

    /** The keys, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(object.keySet());
    }

    /** The value as it is, for what has no fixed form. */
    public Optional<JsonElement> find(String key) {
        JsonElement value = object.get(key);
        return value == null || value.isJsonNull() ? Optional.empty() : Optional.of(value);
    }

    /** Everything, for what renders it. */
    public Map<String, JsonElement> asMap() {
        return Map.copyOf(object.asMap());
    }

    /** Says that a value is not what it should be. */
    public ModelException wrong(String key) {
        return new ModelException(NLS.bind(Messages.Json_value, file, key));
    }

    private double finite(String key, JsonPrimitive value) throws ModelException {
        try {
            double number = value.getAsDouble();
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ModelException(NLS.bind(Messages.Json_value, file, key), e);
        }
        throw wrong(key);
    }

    private Optional<JsonPrimitive> primitive(String key, Predicate<JsonPrimitive> sort) throws ModelException {
        Optional<JsonElement> value = find(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof JsonPrimitive primitive && sort.test(primitive)) {
            return Optional.of(primitive);
        }
        throw wrong(key);
    }
}
