package org.scholion.inference.onnx.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.GenerationOptions.Overflow;
import org.scholion.inference.GenerationOptions.Sampling;
import org.scholion.inference.Generator.Finish;
import org.scholion.inference.Generator.Generated;
import org.scholion.inference.ModelException;
import org.scholion.inference.OutputConstraint;
import org.scholion.inference.Prompt;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;

class ConstrainedOutputTest {

    private static CausalModel model;

    @BeforeAll
    static void load() throws Exception {
        model = TinyModels.causal(TinyModels.folder("llama"));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void aRandomModelFollowsRandomSchemas() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            JsonObject schema = schema(random, 2);
            Generated made = generate(new OutputConstraint.JsonSchema(schema.toString()), i % 4 == 0 ? 0 : 1, i);
            String told = "seed " + i + ": " + schema + " gave " + made;
            // limits make every output short, so that it ends before the model is full
            if (made.finish() == Finish.END) {
                assertTrue(fits(JsonParser.parseString(made.text()), schema), told);
            } else {
                assertTrue(made.newTokenCount() >= 200, told);
            }
        }
    }

    @Test
    void aGrammarChoosesAmongWords() throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            Generated made = generate(new OutputConstraint.Grammar("root ::= \"yes\" | \"no\" | \"中文\""), 1, seed);
            assertTrue(List.of("yes", "no", "中文").contains(made.text()), made.toString());
            assertEquals(Finish.END, made.finish());
        }
    }

    @Test
    void greedyOutputIsConstrainedToo() throws Exception {
        assertTrue(generate(new OutputConstraint.Grammar("root ::= [a-z]{5,9} \".\""), 0, 0).text().matches("[a-z]{5,9}\\."));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"pattern\": \"a\"}", "{\"type\": \"string\", \"minimum\": 1}", "{\"allOf\": []}", "{\"type\": \"thing\"}", "not json {", "[]",
        "{\"$ref\": \"#/$defs/none\"}", "{\"$ref\": \"http://example.org\"}", "{\"enum\": []}", "false", "{\"type\": \"string\", \"maxLength\": -1}",
        "{\"$ref\": \"#\"}",
    })
    void whatIsNotUnderstoodIsRefused(String schema) {
        assertThrows(ModelException.class, () -> generate(new OutputConstraint.JsonSchema(schema), 0, 0));
    }

    @Test
    void aSchemaMayReferToItself() throws Exception {
        String schema = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"},\"next\":{\"$ref\":\"#\"}},\"required\":[\"a\"]}";
        Generated made = generate(new OutputConstraint.JsonSchema(schema), 1, 2);
        assertTrue(made.text().startsWith("{"), made.text());
    }

    private static Generated generate(OutputConstraint constraint, double temperature, long seed) throws Exception {
        return TinyModels.generator(model, Turns.FREE).generate(
                new Prompt.Raw("JSON:"),
                new GenerationOptions(200, new Sampling(temperature, 1, 0, 1, seed), List.of(), constraint, Overflow.REFUSE, Optional.empty()),
                TinyModels::ignore, CancelToken.NEVER);
    }

    private static JsonObject schema(Random random, int depth) {
        JsonObject schema = new JsonObject();
        switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> {
                schema.addProperty("type", "string");
                schema.addProperty("minLength", random.nextInt(3));
                schema.addProperty("maxLength", 3 + random.nextInt(5));
            }
            case 1 -> schema.addProperty("type", "integer");
            case 2 -> schema.addProperty("type", random.nextBoolean() ? "number" : "boolean");
            case 3 -> {
                JsonArray values = new JsonArray();
                values.add("α \"b\"");
                values.add(random.nextInt(100));
                values.add(true);
                schema.add("enum", values);
            }
            case 4 -> schema.addProperty("const", "c\n");
            case 5 -> {
                schema.addProperty("type", "array");
                schema.add("items", schema(random, depth - 1));
                int least = random.nextInt(3);
                schema.addProperty("minItems", least);
                schema.addProperty("maxItems", least + random.nextInt(2));
            }
            case 6 -> {
                JsonArray any = new JsonArray();
                any.add(schema(random, depth - 1));
                any.add(schema(random, depth - 1));
                schema.add(random.nextBoolean() ? "anyOf" : "oneOf", any);
            }
            default -> {
                JsonObject properties = new JsonObject();
                JsonArray required = new JsonArray();
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                    properties.add("p" + i, schema(random, depth - 1));
                    if (random.nextBoolean()) {
                        required.add("p" + i);
                    }
                }
                schema.addProperty("type", "object");
                schema.add("properties", properties);
                schema.add("required", required);
            }
        }
        return schema;
    }

    private static boolean fits(JsonElement value, JsonObject schema) {
        if (schema.has("const")) {
            return value.equals(schema.get("const"));
        }
        if (schema.has("enum")) {
            return schema.getAsJsonArray("enum").contains(value);
        }
        for (String key : List.of("anyOf", "oneOf")) {
            if (schema.has(key)) {
                return schema.getAsJsonArray(key).asList().stream().anyMatch(one -> fits(value, one.getAsJsonObject()));
            }
        }
        return switch (schema.get("type").getAsString()) {
            case "string" -> {
                int length = value instanceof JsonPrimitive text && text.isString() ? value.getAsString().codePointCount(0, value.getAsString().length()) : -1;
                yield length >= schema.get("minLength").getAsInt() && length <= schema.get("maxLength").getAsInt();
            }
            case "integer" -> value.toString().matches("-?[0-9]+");
            case "number" -> value instanceof JsonPrimitive number && number.isNumber();
            case "boolean" -> value instanceof JsonPrimitive flag && flag.isBoolean();
            case "array" -> value.isJsonArray() && value.getAsJsonArray().size() >= schema.get("minItems").getAsInt()
                    && value.getAsJsonArray().size() <= schema.get("maxItems").getAsInt()
                    && value.getAsJsonArray().asList().stream().allMatch(item -> fits(item, schema.getAsJsonObject("items")));
            default -> {
                JsonObject properties = schema.getAsJsonObject("properties");
                JsonObject object = value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
                yield value.isJsonObject() && schema.getAsJsonArray("required").asList().stream().allMatch(name -> object.has(name.getAsString()))
                        && object.keySet().stream().allMatch(name -> fits(object.get(name), properties.getAsJsonObject(name)));
            }
        };
    }
}
