package org.scholion.inference.internal.catalogue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;

/**
 * An object in a JSON file; knows its place, so that what is wrong with it can be named.
 *
 * @param file for messages
 * @param place such as {@code models[2].licence}; empty for the whole file
 */
public record JsonFile(String file, String place, JsonObject object) {

    /** Larger files are refused: a catalogue of a thousand models is smaller. */
    static final int MAX_BYTES = 8 << 20;

    /** Reads a file. */
    public static JsonFile read(Path file) throws ModelException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (NoSuchFileException e) {
            throw new ModelException(NLS.bind(Messages.json_missing, file), e);
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.json_unreadable, file, e.getMessage()), e);
        }
    }

    /** Reads from a stream, at most {@link #MAX_BYTES}. */
    public static JsonFile read(String file, InputStream in) throws ModelException, IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ModelException(NLS.bind(Messages.json_tooLarge, file));
        }
        try {
            JsonElement root = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8));
            if (root.isJsonObject()) {
                return new JsonFile(file, "", root.getAsJsonObject());
            }
        } catch (JsonParseException e) {
            throw new ModelException(NLS.bind(Messages.json_broken, file), e);
        }
        throw new ModelException(NLS.bind(Messages.json_broken, file));
    }

    /** A member that must be there. */
    public String string(String name) throws ModelException {
        return optionalString(name).orElseThrow(() -> wrong(name));
    }

    /** A member that may be missing or null. */
    public Optional<String> optionalString(String name) throws ModelException {
        JsonElement value = object.get(name);
        if (isMissing(value)) {
            return Optional.empty();
        }
        if (value instanceof JsonPrimitive text && text.isString()) {
            return Optional.of(text.getAsString());
        }
        throw wrong(name);
    }

    /** A whole number, at least 0; {@code missing} when it is not there or null. */
    public long count(String name, long missing) throws ModelException {
        JsonElement value = object.get(name);
        if (isMissing(value)) {
            return missing;
        }
        if (value instanceof JsonPrimitive number && number.isNumber() && number.getAsString().matches("\\d{1,18}")) {
            return Long.parseLong(number.getAsString());
        }
        throw wrong(name);
    }

    /** Whether a member is there and true. */
    public boolean flag(String name) throws ModelException {
        JsonElement value = object.get(name);
        if (isMissing(value)) {
            return false;
        }
        if (value instanceof JsonPrimitive flag && flag.isBoolean()) {
            return flag.getAsBoolean();
        }
        throw wrong(name);
    }

    /** A list of texts; empty when it is not there. */
    public List<String> strings(String name) throws ModelException {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!(element instanceof JsonPrimitive text) || !text.isString()) {
                throw wrong(name);
            }
            texts.add(text.getAsString());
        }
        return texts;
    }

    /** An object that must be there. */
    public JsonFile object(String name) throws ModelException {
        if (object.get(name) instanceof JsonObject inner) {
            return new JsonFile(file, below(name), inner);
        }
        throw wrong(name);
    }

    /** A list of objects; empty when it is not there. */
    public List<JsonFile> objects(String name) throws ModelException {
        List<JsonFile> objects = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!(element instanceof JsonObject inner)) {
                throw wrong(name);
            }
            objects.add(new JsonFile(file, below(name) + '[' + objects.size() + ']', inner));
        }
        return objects;
    }

    /** What to tell when a member is not as it must be; {@code name} may be empty for the object itself. */
    public ModelException wrong(String name) {
        return new ModelException(NLS.bind(Messages.json_wrong, file, name.isEmpty() ? place : below(name)));
    }

    private JsonArray array(String name) throws ModelException {
        JsonElement value = object.get(name);
        if (isMissing(value)) {
            return new JsonArray();
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        throw wrong(name);
    }

    private String below(String name) {
        return place.isEmpty() ? name : place + '.' + name;
    }

    private static boolean isMissing(@Nullable JsonElement value) {
        return value == null || value.isJsonNull();
    }
}
