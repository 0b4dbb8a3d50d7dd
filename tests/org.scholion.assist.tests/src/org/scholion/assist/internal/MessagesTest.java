package org.scholion.assist.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"org.scholion.assist.internal.Messages", "org.scholion.assist.internal.settings.Messages"})
    void everyTextIsThereInBothLanguagesAndUsed(String name) throws Exception {
        Class<?> messages = Class.forName(name, true, MessagesTest.class.getClassLoader());
        assertEquals(NLS.class, messages.getSuperclass());
        Set<String> fields = Arrays.stream(messages.getFields())
                .filter(field -> field.getDeclaringClass() == messages)
                .map(field -> field.getName())
                .collect(Collectors.toSet());
        assertFalse(fields.isEmpty());
        for (String file : Set.of("messages.properties", "messages_zh.properties")) {
            assertEquals(fields, load(messages, file).stringPropertyNames(), file);
        }
    }

    private static Properties load(Class<?> beside, String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = beside.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
