package org.scholion.assist.language.internal;

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

/** What holds for the texts of each package. */
public abstract class MessagesContract {

    private final Class<?> messages;

    /** @param messages the class with the fields, beside its files */
    protected MessagesContract(Class<?> messages) {
        this.messages = messages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_zh.properties"})
    void everyTextIsThereAndUsed(String file) throws Exception {
        Set<String> fields = Arrays.stream(messages.getFields())
                .filter(field -> field.getDeclaringClass() == messages)
                .map(field -> field.getName())
                .collect(Collectors.toSet());
        assertFalse(fields.isEmpty());
        Properties properties = new Properties();
        try (InputStream in = messages.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertEquals(fields, properties.stringPropertyNames());
    }
}
