package org.scholion.inference.onnx.internal.constrain;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;

/**
 * A JSON schema as a grammar. Understood: {@code type}, {@code properties}, {@code required}, {@code enum}, {@code const}, {@code items},
 * {@code minItems}, {@code maxItems}, {@code minLength}, {@code maxLength}, {@code anyOf}, {@code oneOf} (as {@code anyOf}),
 * {@code $ref} to {@code #} and {@code #/$defs/…}, {@code additionalProperties}. Passed over, since they describe: {@code title},
 * {@code description}, {@code default}, {@code examples}, {@code format}, {@code $schema}, {@code $id}, {@code $comment}. Any other keyword is
 * refused. Properties come in the order of the schema, and no others than those named; numbers have at most 15 digits before and behind
 * the point.
 */
final class SchemaGrammar {

    private static final int MOST_DEPTH = 64;
    private static final Set<String> PASSED_OVER = Set.of(
            "title", "description", "default", "examples", "format", "$schema", "$id", "$comment", "$defs", "definitions",
            "additionalProperties");
    private static final Set<String> KNOWN = Set.of(
            "type", "properties", "required", "enum", "const", "items", "minItems", "maxItems", "minLength", "maxLength", "anyOf",
            "oneOf", "$ref");
    private static final String COMMON = """
            space ::= [ ]? | "\\n" [ ]{0,16}
            string ::= "\\"" char* "\\""
            char ::= [^"\\\\\\x00-\\x1f] | "\\\\" (["\\\\/bfnrt] | "u" [0-9a-cA-Ce-fE-F] [0-9a-fA-F]{3})
            integer ::= "-"? ("0" | [1-9] [0-9]{0,14})
            number ::= integer ("." [0-9]{1,15})? ([eE] [+-]? [0-9] [0-9]?)?
            boolean ::= "true" | "false"
            null ::= "null"
            value ::= object | array | string | number | boolean | null
            object ::= "{" space (pair ("," space pair)*)? space "}"
            pair ::= string space ":" space value
            array ::= "[" space (value ("," space value)*)? space "]"
            """;

    private final JsonElement root;
    private final Map<String, String> rules = new LinkedHashMap<>();
    private final Map<String, String> references = new HashMap<>();
    private int depth;

    private SchemaGrammar(JsonElement root) {
        this.root = root;
    }

    /** The grammar in GBNF. */
    static String of(String schema) throws ModelException {
        try {
            JsonElement root = JsonParser.parseString(schema);
            SchemaGrammar grammar = new SchemaGrammar(root);
            String start = grammar.reference("#", root);
            StringBuilder text = new StringBuilder("root ::= ").append(start).append('\n').append(COMMON);
            grammar.rules.forEach((name, body) -> text.append(name).append(" ::= ").append(body).append('\n'));
            return text.toString();
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException
                | StackOverflowError e) {
            throw new ModelException(NLS.bind(Messages.Schema_broken, String.valueOf(e.getMessage())), e);
        }
    }

    private static ModelException broken(String place, String what) {
        return new ModelException(NLS.bind(Messages.Schema_broken, place + ": " + what));
    }

    private String newRule(String body) {
        String name = "r" + rules.size();
        rules.put(name, body);
        return name;
    }

    private String reference(String pointer, JsonElement schema) throws ModelException {
        String known = references.get(pointer);
        if (known != null) {
            return known;
        }
        String name = newRule("");
        references.put(pointer, name);
        rules.put(name, expression(schema, pointer));
        return name;
    }

    private String expression(JsonElement element, String place) throws ModelException {
        if (++depth > MOST_DEPTH) {
            throw broken(place, "nested too deeply");
        }
        try {
            if (element instanceof JsonPrimitive flag && flag.isBoolean() && flag.getAsBoolean()) {
                return "value";
            }
            if (!(element instanceof JsonObject schema)) {
                throw broken(place, "no schema that allows anything");
            }
            for (String key : schema.keySet()) {
                if (!KNOWN.contains(key) && !PASSED_OVER.contains(key)) {
                    throw new ModelException(NLS.bind(Messages.Schema_keyword, key, place));
                }
            }
            return known(schema, place);
        } finally {
            depth--;
        }
    }

    private String known(JsonObject schema, String place) throws ModelException {
        if (schema.has("$ref")) {
            return referred(schema.get("$ref").getAsString(), place);
        }
        if (schema.has("const")) {
            return literal(schema.get("const").toString());
        }
        if (schema.has("enum")) {
            List<String> values = new ArrayList<>();
            schema.getAsJsonArray("enum").forEach(value -> values.add(literal(value.toString())));
            return choice(values, place);
        }
        for (String key : List.of("anyOf", "oneOf")) {
            if (schema.has(key)) {
                List<String> values = new ArrayList<>();
                for (JsonElement one : schema.getAsJsonArray(key)) {
                    values.add(expression(one, place + "/" + key));
                }
                return choice(values, place);
            }
        }
        JsonElement type = schema.get("type");
        if (type instanceof JsonArray types) {
            List<String> values = new ArrayList<>();
            for (JsonElement one : types) {
                values.add(typed(one.getAsString(), schema, place));
            }
            return choice(values, place);
        }
        String assumed = schema.has("properties") ? "object" : schema.has("items") ? "array" : "any";
        return typed(type == null ? assumed : type.getAsString(), schema, place);
    }

    private static String choice(List<String> values, String place) throws ModelException {
        if (values.isEmpty()) {
            throw broken(place, "no alternative");
        }
        return "(" + String.join(" | ", values) + ")";
    }

    private String referred(String pointer, String place) throws ModelException {
        JsonElement at = root;
        if (!pointer.startsWith("#")) {
            throw broken(place, pointer);
        }
        for (String step : pointer.substring(1).split("/")) {
            if (!step.isEmpty()) {
                at = at instanceof JsonObject object ? object.get(step.replace("~1", "/").replace("~0", "~")) : null;
                if (at == null) {
                    throw broken(place, pointer);
                }
            }
        }
        return reference(pointer, at);
    }

    private String typed(String type, JsonObject schema, String place) throws ModelException {
        return switch (type) {
            case "string" -> string(schema, place);
            case "integer", "number", "boolean", "null" -> type;
            case "array" -> array(schema, place);
            case "object" -> object(schema, place);
            case "any" -> "value";
            default -> throw broken(place, "type " + type);
        };
    }

    private static String string(JsonObject schema, String place) throws ModelException {
        int least = count(schema, "minLength", 0, place);
        if (!schema.has("maxLength")) {
            return least == 0 ? "string" : "\"\\\"\" char{" + least + ",} \"\\\"\"";
        }
        int most = count(schema, "maxLength", least, place);
        return most == 0 ? "\"\\\"\\\"\"" : "\"\\\"\" char{" + least + "," + most + "} \"\\\"\"";
    }

    private static int count(JsonObject schema, String key, int least, String place) throws ModelException {
        if (!schema.has(key)) {
            return least;
        }
        int count = schema.get(key).getAsInt();
        if (count < least || count > 20_000) {
            throw broken(place, key + " " + count);
        }
        return count;
    }

    private String array(JsonObject schema, String place) throws ModelException {
        String item = newRule("value");
        if (schema.has("items")) {
            rules.put(item, expression(schema.get("items"), place + "/items"));
        }
        int least = count(schema, "minItems", 0, place);
        String limit = "";
        if (schema.has("maxItems")) {
            int most = count(schema, "maxItems", least, place);
            if (most == 0) {
                return "\"[\" space \"]\"";
            }
            limit = String.valueOf(most - 1);
        }
        String more = "(\",\" space " + item + "){" + Math.max(0, least - 1) + "," + limit + "}";
        if (limit.equals("0")) {
            more = "";
        }
        String items = item + " " + more;
        return "\"[\" space " + (least == 0 ? "(" + items + ")?" : items) + " space \"]\"";
    }

    /** Each property is a rule that goes on with the rest: behind another one, and as the first. */
    private String object(JsonObject schema, String place) throws ModelException {
        if (!schema.has("properties") && !schema.has("required")) {
            return ofAnyNames(schema, place);
        }
        Map<String, JsonElement> properties = new LinkedHashMap<>();
        if (schema.has("properties")) {
            properties.putAll(schema.getAsJsonObject("properties").asMap());
        }
        Set<String> required = new LinkedHashSet<>();
        if (schema.has("required")) {
            schema.getAsJsonArray("required").forEach(name -> required.add(name.getAsString()));
        }
        required.forEach(name -> properties.putIfAbsent(name, new JsonPrimitive(true)));
        List<String> names = new ArrayList<>(properties.keySet());
        String rest = "";
        String first = "";
        for (int i = names.size() - 1; i >= 0; i--) {
            String name = names.get(i);
            String value = expression(properties.getOrDefault(name, new JsonPrimitive(true)), place + "/" + name);
            String pair = newRule(literal(new JsonPrimitive(name).toString()) + " space \":\" space " + value);
            boolean optional = !required.contains(name);
            String newRest = "\",\" space " + pair + " " + rest + (optional ? " | " + orNothing(rest) : "");
            String newFirst = pair + " " + rest + (optional ? " | " + orNothing(first) : "");
            rest = newRule(newRest);
            first = newRule(newFirst);
        }
        return "\"{\" space " + first + " space \"}\"";
    }

    private static String orNothing(String rule) {
        return rule.isEmpty() ? "\"\"" : rule;
    }

    private String ofAnyNames(JsonObject schema, String place) throws ModelException {
        JsonElement values = schema.get("additionalProperties");
        if (values == null) {
            return "object";
        }
        if (values instanceof JsonPrimitive flag && flag.isBoolean()) {
            return flag.getAsBoolean() ? "object" : "\"{\" space \"}\"";
        }
        String pair = newRule("string space \":\" space " + expression(values, place + "/additionalProperties"));
        return "\"{\" space (" + pair + " (\",\" space " + pair + ")*)? space \"}\"";
    }

    /** A text of the grammar. */
    private static String literal(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').appendCodePoint(letter);
            } else if (letter < 0x20) {
                quoted.append(String.format("\\x%02x", letter));
            } else {
                quoted.appendCodePoint(letter);
            }
        });
        return quoted.append('"').toString();
    }
}
