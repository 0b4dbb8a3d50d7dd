package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Every text is there in English and in Chinese, and every key is used. */
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @ValueSource(
            classes = {Messages.class, org.scholion.ui.internal.draft.Messages.class, org.scholion.ui.internal.library.Messages.class})
    void everyFieldHasAnEnglishTextAndEveryTextAField(Class<?> messages) throws IOException {
        Set<String> fields = Arrays.stream(messages.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(fields, keys(load(messages, "messages.properties")));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {Messages.class, org.scholion.ui.internal.draft.Messages.class, org.scholion.ui.internal.library.Messages.class})
    void theChineseTextsHaveTheSameKeysAndPlaceholders(Class<?> messages) throws IOException {
        Properties english = load(messages, "messages.properties");
        Properties chinese = load(messages, "messages_zh.properties");

        assertEquals(keys(english), keys(chinese));
        for (String key : keys(english)) {
            assertEquals(placeholders(english.getProperty(key)), placeholders(chinese.getProperty(key)), key);
            assertFalse(chinese.getProperty(key).isBlank(), key);
        }
    }

    @Test
    void theManifestTextsAreThereInBothLanguages() throws IOException {
        assertEquals(keys(bundleTexts("bundle.properties")), keys(bundleTexts("bundle_zh.properties")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugin.xml", "META-INF/MANIFEST.MF"})
    void everyTextThatAFileNamesIsThere(String file) throws IOException {
        Set<String> texts = keys(bundleTexts("bundle.properties"));
        String content = new String(read(bundle().getEntry(file)), StandardCharsets.UTF_8);
        Matcher matcher = Pattern.compile("[\"\\s]%([A-Za-z][\\w.]*)").matcher(content);

        while (matcher.find()) {
            assertEquals(true, texts.contains(matcher.group(1)), file + ": " + matcher.group(1));
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Set<String> keys(Properties texts) {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static Properties load(Class<?> messages, String name) throws IOException {
        return parse(messages.getResource(name));
    }

    private static Properties bundleTexts(String name) throws IOException {
        Enumeration<URL> found = bundle().findEntries("OSGI-INF/l10n", name, false);
        return parse(found.nextElement());
    }

    private static Properties parse(URL url) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = url.openStream()) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static byte[] read(URL url) throws IOException {
        try (InputStream stream = url.openStream()) {
            return stream.readAllBytes();
        }
    }

    private static Bundle bundle() {
        return FrameworkUtil.getBundle(Messages.class);
    }
}
