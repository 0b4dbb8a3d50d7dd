package org.scholion.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_zh.properties"})
    void everyFieldHasATextAndEveryTextAField(String file) throws Exception {
        Set<String> fields = new TreeSet<>();
        for (Field field : Messages.class.getFields()) {
            if (field.getDeclaringClass() == Messages.class) {
                fields.add(field.getName());
            }
        }
        assertEquals(fields, new TreeSet<>(load(file).stringPropertyNames()));
    }

    @Test
    void translationsTakeTheSameArguments() throws Exception {
        Properties english = load("messages.properties");
        Properties chinese = load("messages_zh.properties");
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(key)), arguments(chinese.getProperty(key)), key);
        }
    }

    @Test
    void noTextHoldsAQuoteThatFormattingWouldSwallow() throws Exception {
        for (String file : new String[] {"messages.properties", "messages_zh.properties"}) {
            load(file).forEach((key, text) -> assertFalse(text.toString().contains("'"), file + " " + key));
        }
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }

    private static Properties load(String file) throws Exception {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Messages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
