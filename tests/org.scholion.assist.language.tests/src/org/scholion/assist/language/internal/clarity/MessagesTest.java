package org.scholion.assist.language.internal.clarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_zh.properties"})
    void everyTextIsThereAndUsed(String file) throws Exception {
        Set<String> fields = Arrays.stream(Messages.class.getFields())
                .filter(field -> field.getDeclaringClass() == Messages.class)
                .map(field -> field.getName())
                .collect(Collectors.toSet());
        assertFalse(fields.isEmpty());
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertEquals(fields, properties.stringPropertyNames());
    }
}
