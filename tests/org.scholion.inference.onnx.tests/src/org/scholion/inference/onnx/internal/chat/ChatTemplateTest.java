package org.scholion.inference.onnx.internal.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.ModelException;
import org.scholion.inference.Prompt.Message;
import org.scholion.inference.Prompt.Role;

class ChatTemplateTest {

    private static final Map<String, String> SPECIALS = Map.of("bos_token", "<s>", "eos_token", "</s>");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    /** What models/tiny/make_templates.py had Jinja make of each. */
    static Stream<Arguments> golden() throws IOException {
        return StreamSupport.stream(
                        JsonParser.parseString(Files.readString(Path.of("models/templates.json"))).getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(entry -> Arguments.of(entry.get("name").getAsString(), entry));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void rendersWhatJinjaRenders(String name, JsonObject entry) throws Exception {
        ChatTemplate template = ChatTemplate.of(entry.get("template").getAsString(), "folder");
        List<Message> messages = new ArrayList<>();
        for (JsonElement element : entry.getAsJsonArray("messages")) {
            JsonObject message = element.getAsJsonObject();
            messages.add(new Message(
                    Role.valueOf(message.get("role").getAsString().toUpperCase(Locale.ROOT)), message.get("content").getAsString()));
        }
        if (entry.has("refused")) {
            ModelException refused = assertThrows(ModelException.class, () -> template.render(messages, SPECIALS, DAY));
            assertTrue(refused.getMessage().contains(entry.get("refused").getAsString()), refused.getMessage());
        } else {
            assertEquals(entry.get("text").getAsString(), template.render(messages, SPECIALS, DAY));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{% for i in range(1000000000) %}x{% endfor %}",
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(100) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
        "{% set ns = namespace(x=[1]) %}{% for i in range(100) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
        "{{ 'x' * 2000000000 }}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% set ns = namespace(x='aa') %}{% for i in range(60) %}{% set ns.x = ns.x | replace('a', 'aaaa') %}{% endfor %}",
        "{% set ns = namespace(x=['a']) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
    })
    void aTemplateThatLoopsOrGrowsEndsWithAMessage(String source) throws Exception {
        ChatTemplate template = ChatTemplate.of(source, "folder");
        ModelException refused = assertTimeoutPreemptively(Duration.ofSeconds(20), () ->
                assertThrows(ModelException.class, () -> template.render(hello(), SPECIALS, DAY)));
        assertTrue(refused.getMessage().contains("folder"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{% if x %}", "{{ 'open }}", "{{ 1 + }}", "{% include 'x' %}", "{% endfor %}", "{# no end", "{{ a b }}", "{{ 99999999999999999999 }}",
        "{% for in x %}{% endfor %}", "{{ ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1",
    })
    void aBrokenTemplateIsRefusedByItsFolder(String source) {
        ModelException refused = assertThrows(ModelException.class, () -> ChatTemplate.of(source, "folder"));
        assertTrue(refused.getMessage().contains("folder"), refused.getMessage());
    }

    @Test
    void rubbishIsRefusedOrRendered() {
        Random random = new Random(7);
        String letters = "{}%#-'\"ab.[]()|:=,+ \n012iforsetendifforelsemessages";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder source = new StringBuilder("{{");
            random.ints(1 + random.nextInt(30), 0, letters.length()).forEach(at -> source.append(letters.charAt(at)));
            try {
                ChatTemplate.of(source + "}}", "folder").render(hello(), SPECIALS, DAY);
            } catch (ModelException refused) {
                assertTrue(refused.getMessage().contains("folder"), refused.getMessage());
            }
        }
    }

    @Test
    void theDateIsTheGivenOne() throws Exception {
        assertEquals("05 Mar 2026, Thursday", ChatTemplate.of("{{ strftime_now('%d %b %Y, %A') }}", "folder").render(hello(), SPECIALS, DAY));
    }

    private static List<Message> hello() {
        return List.of(new Message(Role.USER, "Hello"));
    }
}
