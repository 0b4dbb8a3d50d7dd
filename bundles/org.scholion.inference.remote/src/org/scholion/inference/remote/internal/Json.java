package org.scholion.inference.remote.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/** Looks into JSON that a stranger wrote: what is not of the wanted kind is not there. */
final class Json {

    private Json() {}

    static Optional<String> text(JsonObject json, String key) {
        return json.get(key) instanceof JsonPrimitive value && value.isString() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    static Optional<JsonObject> object(JsonObject json, String key) {
        return json.get(key) instanceof JsonObject value ? Optional.of(value) : Optional.empty();
    }

    /** An empty one when there is none. */
    static JsonArray array(JsonObject json, String key) {
        return json.get(key) instanceof JsonArray value ? value : new JsonArray();
    }

    /** The first object of an array. */
    static Optional<JsonObject> first(JsonObject json, String key) {
        JsonArray array = array(json, key);
        return !array.isEmpty() && array.get(0) instanceof JsonObject value ? Optional.of(value) : Optional.empty();
    }

    /** A whole number that is not negative. */
    static Optional<Integer> count(JsonObject json, String key) {
        return number(json.get(key)).filter(value -> value >= 0 && value <= Integer.MAX_VALUE && value % 1 == 0).map(Double::intValue);
    }

    /** A finite number. */
    static Optional<Double> number(@Nullable JsonElement json) {
        if (!(json instanceof JsonPrimitive value) || !value.isNumber()) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.getAsDouble()).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            // a number that is too long
            return Optional.empty();
        }
    }
}
