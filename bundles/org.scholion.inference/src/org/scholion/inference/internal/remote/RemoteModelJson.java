package org.scholion.inference.internal.remote;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.RemoteModel;

/** Reads and writes {@code remote.json}. A key that is not known is an error, since it is a misspelt one. */
public final class RemoteModelJson {

    static final int MAX_BYTES = 65_536;

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final Set<String> KEYS = Set.of(
            "protocol", "address", "model", "kind", "secret", "timeoutSeconds", "contextTokens", "dimension", "tensors", "labels",
            "activation");
    private static final Set<String> TENSOR_KEYS = Set.of("input", "pair", "output");

    private RemoteModelJson() {}

    /** @throws ModelException names the file */
    public static RemoteModel read(Path file) throws ModelException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.File_unreadable, file, e), e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new ModelException(NLS.bind(Messages.File_large, file, MAX_BYTES));
        }
        try {
            return model(object(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | JsonParseException e) {
            throw new ModelException(NLS.bind(Messages.File_broken, file, e.getMessage()), e);
        }
    }

    /** Writes beside and moves into place. */
    public static void write(RemoteModel model, Path file) throws ModelException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(beside, GSON.toJson(json(model)) + "\n");
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.File_unwritable, file, e), e);
        }
    }

    private static JsonObject object(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        JsonElement element = JsonParser.parseReader(reader);
        try {
            if (element instanceof JsonObject json && reader.peek() == JsonToken.END_DOCUMENT) {
                return json;
            }
        } catch (IOException e) {
            throw new JsonParseException(e.getMessage(), e);
        }
        throw new IllegalArgumentException(Messages.Json_object);
    }

    private static RemoteModel model(JsonObject json) {
        known(json, KEYS);
        RemoteModel.Protocol protocol = oneOf(json, "protocol", RemoteModel.Protocol.values()).orElseThrow(() -> missing("protocol"));
        RemoteModel.Kind kind = oneOf(json, "kind", RemoteModel.Kind.values()).orElseThrow(() -> missing("kind"));
        return new RemoteModel(
                protocol,
                RemoteModel.parseAddress(needed(json, "address")),
                needed(json, "model"),
                kind,
                text(json, "secret"),
                number(json, "timeoutSeconds").orElse(RemoteModel.DEFAULT_TIMEOUT_SECONDS),
                number(json, "contextTokens").orElse(kind.defaultContextTokenCount()),
                number(json, "dimension"),
                tensors(json),
                labels(json),
                oneOf(json, "activation", RemoteModel.Activation.values()).orElse(RemoteModel.Activation.NONE));
    }

    private static Optional<RemoteModel.Tensors> tensors(JsonObject json) {
        if (!json.has("tensors")) {
            return Optional.empty();
        }
        if (!json.get("tensors").isJsonObject()) {
            throw missing("tensors");
        }
        JsonObject tensors = json.getAsJsonObject("tensors");
        known(tensors, TENSOR_KEYS);
        return Optional.of(new RemoteModel.Tensors(needed(tensors, "input"), text(tensors, "pair"), needed(tensors, "output")));
    }

    private static List<String> labels(JsonObject json) {
        if (!json.has("labels")) {
            return List.of();
        }
        List<String> labels = new ArrayList<>();
        if (json.get("labels") instanceof JsonArray array) {
            for (JsonElement label : array) {
                labels.add(text("labels", label));
            }
        }
        return labels;
    }

    private static void known(JsonObject json, Set<String> keys) {
        for (String key : json.keySet()) {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException(NLS.bind(Messages.Json_unknown, key));
            }
        }
    }

    private static String needed(JsonObject json, String key) {
        return text(json, key).orElseThrow(() -> missing(key));
    }

    private static Optional<String> text(JsonObject json, String key) {
        return json.has(key) ? Optional.of(text(key, json.get(key))) : Optional.empty();
    }

    private static String text(String key, JsonElement value) {
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw new IllegalArgumentException(NLS.bind(Messages.Json_text, key));
        }
        return value.getAsString();
    }

    private static Optional<Integer> number(JsonObject json, String key) {
        if (!json.has(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(json.get(key).toString()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(NLS.bind(Messages.Json_number, key, json.get(key)), e);
        }
    }

    private static <E extends Enum<E>> Optional<E> oneOf(JsonObject json, String key, E[] values) {
        Map<String, E> names = Arrays.stream(values).collect(Collectors.toMap(RemoteModelJson::name, value -> value));
        Optional<String> text = text(json, key);
        if (text.isPresent() && !names.containsKey(text.get())) {
            String possible = Arrays.stream(values).map(RemoteModelJson::name).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(NLS.bind(Messages.Json_value, new Object[] {key, possible, text.get()}));
        }
        return text.map(names::get);
    }

    /** A name as it stands in the file. */
    public static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static IllegalArgumentException missing(String key) {
        return new IllegalArgumentException(NLS.bind(Messages.Json_missing, key));
    }

    private static JsonObject json(RemoteModel model) {
        JsonObject json = new JsonObject();
        json.addProperty("protocol", name(model.protocol()));
        json.addProperty("address", model.address().toString());
        json.addProperty("model", model.model());
        json.addProperty("kind", name(model.kind()));
        model.secret().ifPresent(name -> json.addProperty("secret", name));
        json.addProperty("timeoutSeconds", model.timeoutSeconds());
        json.addProperty("contextTokens", model.contextTokenCount());
        model.dimension().ifPresent(dimension -> json.addProperty("dimension", dimension));
        model.tensors().ifPresent(tensors -> {
            JsonObject names = new JsonObject();
            names.addProperty("input", tensors.input());
            tensors.pair().ifPresent(pair -> names.addProperty("pair", pair));
            names.addProperty("output", tensors.output());
            json.add("tensors", names);
        });
        if (!model.labels().isEmpty()) {
            json.add("labels", GSON.toJsonTree(model.labels()));
            json.addProperty("activation", name(model.activation()));
        }
        return json;
    }
}
