package org.scholion.library.internal.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields and keys of the texts match both ways, in each language. */
class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"format", "pdf", "zotero"})
    void everyTextIsThereInEachLanguage(String part) throws Exception {
        Class<?> messages = Class.forName("org.scholion.library.internal." + part + ".Messages");
        Set<String> fields = Arrays.stream(messages.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(fields.isEmpty());
        assertEquals(fields, keys(messages, "messages.properties"));
        assertEquals(fields, keys(messages, "messages_zh.properties"));
    }

    private static Set<String> keys(Class<?> messages, String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = messages.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
