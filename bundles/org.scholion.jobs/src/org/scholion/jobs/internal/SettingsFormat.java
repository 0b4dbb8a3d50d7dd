package org.scholion.jobs.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scholion.assist.Category;
import org.scholion.jobs.ScholionSettings;
import org.scholion.jobs.SettingsKeys;

/** Settings as the strings of a preference node. */
final class SettingsFormat {

    private static final int MAX_DELAY_MILLIS = 10_000;
    private static final int MAX_MARKS = 100_000;

    private SettingsFormat() {}

    static Map<String, String> values(ScholionSettings settings) {
        Set<Category> off = new TreeSet<>(Set.of(Category.values()));
        off.removeAll(settings.categories());
        Map<String, String> values = new LinkedHashMap<>();
        values.put(SettingsKeys.CHECK_WHILE_TYPING, Boolean.toString(settings.checkWhileTyping()));
        values.put(SettingsKeys.DELAY_MILLIS, Integer.toString(settings.delayMillis()));
        values.put(SettingsKeys.LANGUAGE, settings.language().orElse(""));
        values.put(SettingsKeys.DEFAULT_LANGUAGE, settings.defaultLanguage());
        values.put(SettingsKeys.CATEGORIES_OFF, off.stream().map(Category::id).collect(Collectors.joining(",")));
        values.put(SettingsKeys.RULES_OFF, String.join(",", new TreeSet<>(settings.rulesOff())));
        values.put(SettingsKeys.RULES_ON, String.join(",", new TreeSet<>(settings.rulesOn())));
        values.put(SettingsKeys.MAX_MARKS, Integer.toString(settings.maxMarks()));
        return values;
    }

    /** What {@code values} says for each key; what makes no sense counts as the default. */
    static ScholionSettings parse(Function<String, String> values) {
        ScholionSettings standard = ScholionSettings.DEFAULT;
        Set<String> off = names(values.apply(SettingsKeys.CATEGORIES_OFF));
        String language = values.apply(SettingsKeys.LANGUAGE).strip();
        String defaultLanguage = values.apply(SettingsKeys.DEFAULT_LANGUAGE).strip();
        return new ScholionSettings(
                !values.apply(SettingsKeys.CHECK_WHILE_TYPING).equals("false"),
                number(values.apply(SettingsKeys.DELAY_MILLIS), 0, MAX_DELAY_MILLIS, standard.delayMillis()),
                language.isEmpty() ? Optional.empty() : Optional.of(language),
                defaultLanguage.isEmpty() ? standard.defaultLanguage() : defaultLanguage,
                Arrays.stream(Category.values()).filter(category -> !off.contains(category.id())).collect(Collectors.toSet()),
                names(values.apply(SettingsKeys.RULES_OFF)),
                names(values.apply(SettingsKeys.RULES_ON)),
                number(values.apply(SettingsKeys.MAX_MARKS), 1, MAX_MARKS, standard.maxMarks()));
    }

    private static Set<String> names(String list) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : list.split(",")) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    private static int number(String text, int least, int most, int standard) {
        if (!text.strip().matches("\\d{1,9}")) {
            return standard;
        }
        return Math.clamp(Integer.parseInt(text.strip()), least, most);
    }
}
