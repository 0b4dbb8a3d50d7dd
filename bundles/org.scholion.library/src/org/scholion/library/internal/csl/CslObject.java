package org.scholion.library.internal.csl;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/** An object of which nobody knows what its members really are. Not thread-safe. */
final class CslObject {

    private final JsonObject object;

    CslObject() {
        this(new JsonObject());
    }

    CslObject(JsonObject object) {
        this.object = object;
    }

    void put(String name, JsonElement value) {
        object.add(name, value);
    }

    /** Whether it seems to be a reference. */
    boolean isItem() {
        return object.has("type") && (object.has("title") || object.has("id") || object.has("DOI"));
    }

    /** The first member that has a text or number; of an array, as Crossref has it, the first element. */
    String text(String... names) {
        for (String name : names) {
            String text = text(object.get(name));
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return "";
    }

    boolean flag(String name) {
        return text(name).equals("true");
    }

    /** The elements of an array; a single value is an array of one. */
    List<JsonElement> list(String name) {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return List.of();
        }
        return value.isJsonArray() ? value.getAsJsonArray().asList() : List.of(value);
    }

    List<CslObject> objects(String name) {
        List<CslObject> objects = new ArrayList<>();
        for (JsonElement element : list(name)) {
            if (element.isJsonObject()) {
                objects.add(new CslObject(element.getAsJsonObject()));
            }
        }
        return objects;
    }

    static String text(@Nullable JsonElement value) {
        if (value == null || value.isJsonNull() || value.isJsonObject()) {
            return "";
        }
        if (value.isJsonArray()) {
            return value.getAsJsonArray().isEmpty() || value.getAsJsonArray().get(0).isJsonArray() ? "" : text(value.getAsJsonArray().get(0));
        }
        return value.getAsString();
    }
}
