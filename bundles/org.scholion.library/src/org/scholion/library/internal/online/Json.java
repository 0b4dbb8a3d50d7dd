package org.scholion.library.internal.online;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.Nullable;

/** Looks into JSON that a stranger wrote: what is not of the wanted kind is not there. */
final class Json {

    private Json() {}

    /** The object that a text is. */
    static JsonObject object(String text) throws BrokenAnswer {
        try {
            if (JsonParser.parseString(text) instanceof JsonObject json) {
                return json;
            }
        } catch (JsonParseException | StackOverflowError e) {
            throw new BrokenAnswer(Messages.answer_json, e);
        }
        throw new BrokenAnswer(Messages.answer_json);
    }

    /** A text or number, without white space around it; empty when there is none. */
    static String text(JsonObject json, String key) {
        return text(json.get(key));
    }

    private static String text(@Nullable JsonElement json) {
        return json instanceof JsonPrimitive value && !value.isBoolean() ? value.getAsString().strip() : "";
    }

    /** A text, or the first one of a list. */
    static String first(JsonObject json, String key) {
        return json.get(key) instanceof JsonArray ? texts(json, key).stream().findFirst().orElse("") : text(json, key);
    }

    /** The texts of a list that are not empty. */
    static List<String> texts(JsonObject json, String key) {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(json, key)) {
            String text = text(element);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    static Optional<JsonObject> object(JsonObject json, String key) {
        return json.get(key) instanceof JsonObject value ? Optional.of(value) : Optional.empty();
    }

    /** An empty one when there is none. */
    static JsonObject objectOrEmpty(JsonObject json, String key) {
        return object(json, key).orElseGet(JsonObject::new);
    }

    /** An empty one when there is none. */
    static JsonArray array(JsonObject json, String key) {
        return json.get(key) instanceof JsonArray value ? value : new JsonArray();
    }

    /** The objects of a list. */
    static List<JsonObject> objects(JsonObject json, String key) {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonElement element : array(json, key)) {
            if (element instanceof JsonObject object) {
                objects.add(object);
            }
        }
        return objects;
    }

    static boolean isTrue(JsonObject json, String key) {
        return json.get(key) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    /** A whole number, also one that is written as text. */
    static OptionalInt number(@Nullable JsonElement json) {
        String text = text(json);
        return text.matches("-?\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
