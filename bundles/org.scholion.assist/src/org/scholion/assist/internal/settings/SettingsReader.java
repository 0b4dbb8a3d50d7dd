package org.scholion.assist.internal.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.ProjectSettings.SettingsProblem;

/** Puts settings together from files, one after another; what a later file says stands above. Not thread-safe. */
public final class SettingsReader {

    private static final String LANGUAGE = "language";
    private static final String DEFAULT_LANGUAGE = "language.default";
    private static final String CATEGORIES = "categories";
    private static final String RULES_OFF = "rules.off";
    private static final String RULES_ON = "rules.on";
    private static final List<String> KEYS = List.of(LANGUAGE, DEFAULT_LANGUAGE, CATEGORIES, RULES_OFF, RULES_ON);

    private final List<SettingsProblem> problems = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> rulesOff = new HashSet<>();
    private final Set<String> rulesOn = new HashSet<>();
    private final Map<String, Set<String>> ignored = new HashMap<>();
    private Set<Category> categories = CheckSettings.DEFAULT.categories();
    private Optional<String> language = CheckSettings.DEFAULT.language();
    private String defaultLanguage = CheckSettings.DEFAULT.defaultLanguage();

    /** Reads a word a line; {@code #} at the start of a line or behind a space begins a comment. */
    public void words(Path file) {
        for (String line : lines(file)) {
            String word = withoutComment(line);
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
    }

    /** Reads {@code key = value} lines; {@code #} or {@code !} at the start of a line begins a comment. */
    public void config(Path file) {
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 0) {
                problems.add(new SettingsProblem(file, i + 1, Messages.SettingsReader_noEquals));
            } else {
                set(file, i + 1, line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
    }

    /** Reads a rule id, a tab and a text a line. */
    public void ignored(Path file) {
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int tab = line.indexOf('\t');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (tab <= 0 || tab == line.length() - 1) {
                problems.add(new SettingsProblem(file, i + 1, Messages.SettingsReader_noTab));
            } else {
                ignored.computeIfAbsent(line.substring(0, tab).strip(), rule -> new HashSet<>()).add(line.substring(tab + 1));
            }
        }
    }

    public CheckSettings settings() {
        return new CheckSettings(categories, language, defaultLanguage, rulesOff, rulesOn, words, ignored);
    }

    public List<SettingsProblem> problems() {
        return problems;
    }

    private void set(Path file, int line, String key, String value) {
        switch (key) {
            case LANGUAGE -> {
                if (value.isEmpty()) {
                    language = Optional.empty();
                } else {
                    language(file, line, value).ifPresent(tag -> language = Optional.of(tag));
                }
            }
            case DEFAULT_LANGUAGE -> language(file, line, value).ifPresent(tag -> defaultLanguage = tag);
            case CATEGORIES -> categories = categories(file, line, value);
            case RULES_OFF -> rulesOff.addAll(list(value));
            case RULES_ON -> rulesOn.addAll(list(value));
            default ->
                problems.add(new SettingsProblem(
                        file, line, NLS.bind(Messages.SettingsReader_badKey, key, String.join(", ", KEYS))));
        }
    }

    private Optional<String> language(Path file, int line, String value) {
        String tag = Locale.forLanguageTag(value.replace('_', '-')).toLanguageTag();
        if (tag.equals("und")) {
            problems.add(new SettingsProblem(file, line, NLS.bind(Messages.SettingsReader_badLanguage, value)));
            return Optional.empty();
        }
        return Optional.of(tag);
    }

    private Set<Category> categories(Path file, int line, String value) {
        Set<Category> wanted = new HashSet<>();
        for (String name : list(value)) {
            Optional<Category> category = Arrays.stream(Category.values())
                    .filter(one -> one.id().equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst();
            category.ifPresentOrElse(
                    wanted::add,
                    () -> problems.add(new SettingsProblem(
                            file, line, NLS.bind(Messages.SettingsReader_badCategory, name, categoryNames()))));
        }
        return wanted.isEmpty() ? categories : wanted;
    }

    private static String categoryNames() {
        return Arrays.stream(Category.values()).map(Category::id).collect(Collectors.joining(", "));
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    private static String withoutComment(String line) {
        int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    private List<String> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
        } catch (CharacterCodingException e) {
            problems.add(new SettingsProblem(file, 0, Messages.SettingsReader_notText));
        } catch (IOException e) {
            problems.add(new SettingsProblem(
                    file, 0, NLS.bind(Messages.SettingsReader_unreadable, e.getClass().getSimpleName())));
        }
        return List.of();
    }
}
