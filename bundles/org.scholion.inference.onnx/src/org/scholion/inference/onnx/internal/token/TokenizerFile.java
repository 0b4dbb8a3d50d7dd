package org.scholion.inference.onnx.internal.token;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;
import org.scholion.inference.onnx.internal.layout.ForeignJson;

/** Looks at a {@code tokenizer.json} before the native library does, which trusts what it reads. */
final class TokenizerFile {

    /** The largest known ones, with a quarter of a million tokens, have 35 MB. */
    private static final int MOST_BYTES = 96 << 20;
    /** Gemma has 262,144 tokens and 580,604 merges. */
    private static final int MOST_ENTRIES = 2_000_000;
    private static final double MOST_GROWTH = 64;

    private final Path file;
    private final JsonReader reader;

    private TokenizerFile(Path file, String json) {
        this.file = file;
        reader = new JsonReader(new StringReader(json));
        // the native library ends the process where a decoder is no JSON to the letter
        reader.setStrictness(Strictness.STRICT);
    }

    /** The text of the file, when it is bounded in size, depth, number of tokens and in how much longer it makes a text. */
    static String read(Path file) throws ModelException {
        String json = ForeignJson.text(file, MOST_BYTES);
        try {
            new TokenizerFile(file, json).check();
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new ModelException(NLS.bind(Messages.Tokenizer_broken, file, e.getMessage()), e);
        }
        return json;
    }

    private void check() throws IOException, ModelException {
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "model" -> model();
                case "added_tokens" -> count();
                case "normalizer" -> {
                    JsonElement normalizer = JsonParser.parseReader(reader);
                    checkGrowth(normalizer);
                    checkCharsMaps(normalizer);
                }
                case "post_processor" -> checkTemplates(JsonParser.parseReader(reader));
                case "decoder" -> checkGrowth(JsonParser.parseReader(reader));
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new IllegalStateException(reader.toString());
        }
    }

    private void model() throws IOException, ModelException {
        if (reader.peek() != JsonToken.BEGIN_OBJECT) {
            reader.skipValue();
            return;
        }
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "vocab", "merges" -> count();
                default -> reader.skipValue();
            }
        }
        reader.endObject();
    }

    private void count() throws IOException, ModelException {
        int count = 0;
        JsonToken start = reader.peek();
        if (start == JsonToken.BEGIN_OBJECT) {
            reader.beginObject();
        } else if (start == JsonToken.BEGIN_ARRAY) {
            reader.beginArray();
        } else {
            reader.skipValue();
            return;
        }
        while (reader.hasNext()) {
            if (start == JsonToken.BEGIN_OBJECT) {
                reader.nextName();
            }
            reader.skipValue();
            if (++count > MOST_ENTRIES) {
                throw new ModelException(NLS.bind(Messages.Tokenizer_tooMany, file, MOST_ENTRIES));
            }
        }
        if (start == JsonToken.BEGIN_OBJECT) {
            reader.endObject();
        } else {
            reader.endArray();
        }
    }

    private void checkGrowth(JsonElement steps) throws ModelException {
        if (growth(steps) > MOST_GROWTH) {
            throw new ModelException(NLS.bind(Messages.Tokenizer_growth, file));
        }
    }

    /** By what factor the steps can make a text longer, at most. */
    private static double growth(JsonElement step) {
        double growth = 1;
        if (step.isJsonArray()) {
            for (JsonElement part : step.getAsJsonArray()) {
                growth *= growth(part);
            }
        } else if (step instanceof JsonObject object) {
            for (String key : new String[] {"normalizers", "decoders"}) {
                if (object.has(key)) {
                    growth *= growth(object.get(key));
                }
            }
            if (object.has("content") && object.get("content").isJsonPrimitive()) {
                growth *= Math.max(1, object.get("content").getAsString().length() / (double) shortestMatch(object.get("pattern")));
            }
            if (object.has("prepend") && object.get("prepend").isJsonPrimitive()) {
                growth *= Math.max(1, object.get("prepend").getAsString().length());
            }
        }
        return growth;
    }

    private static int shortestMatch(@Nullable JsonElement pattern) {
        if (pattern instanceof JsonObject object && object.get("String") instanceof JsonPrimitive literal) {
            return Math.max(1, literal.getAsString().length());
        }
        return 1;
    }

    private static void checkCharsMaps(JsonElement step) {
        if (step.isJsonArray()) {
            step.getAsJsonArray().forEach(TokenizerFile::checkCharsMaps);
        } else if (step instanceof JsonObject object) {
            if (object.has("normalizers")) {
                checkCharsMaps(object.get("normalizers"));
            }
            if (object.has("precompiled_charsmap") && object.get("precompiled_charsmap").isJsonPrimitive()) {
                CharsMap.check(object.get("precompiled_charsmap").getAsString());
            }
        }
    }

    /** A template may name only what it has in its table: the native library ends the process otherwise. */
    private static void checkTemplates(JsonElement step) {
        if (!(step instanceof JsonObject object)) {
            return;
        }
        if (object.get("processors") instanceof JsonArray parts) {
            parts.forEach(TokenizerFile::checkTemplates);
        }
        JsonObject known = object.get("special_tokens") instanceof JsonObject table ? table : new JsonObject();
        for (String key : new String[] {"single", "pair"}) {
            if (object.get(key) instanceof JsonArray pieces) {
                pieces.forEach(piece -> checkPiece(piece, known));
            }
        }
    }

    private static void checkPiece(JsonElement piece, JsonObject known) {
        if (piece instanceof JsonObject object && object.get("SpecialToken") instanceof JsonObject named
                && named.get("id") instanceof JsonPrimitive id && !known.has(id.getAsString())) {
            throw new IllegalStateException("post_processor: " + id.getAsString());
        }
    }
}
