package org.scholion.assist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.scholion.assist.internal.settings.LineFile;

/**
 * The files of a user that hold for all of his papers.
 *
 * @param folder where they are; need not exist
 */
public record UserFiles(Path folder) {

    /** The system property that names the folder of a user's files, instead of the platform's place for them. */
    public static final String HOME_PROPERTY = "scholion.home";

    /**
     * The folder of this user: what {@link #HOME_PROPERTY} says, else {@code %APPDATA%\scholion}, {@code ~/Library/Application
     * Support/scholion}, or {@code $XDG_CONFIG_HOME/scholion} with {@code ~/.config} where that is not set.
     */
    public static UserFiles standard() {
        String home = System.getProperty(HOME_PROPERTY, "");
        return home.isBlank()
                ? new UserFiles(platformFolder(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv()))
                : new UserFiles(Path.of(home));
    }

    /** The user's words, in the form of {@link ProjectFiles#dictionary()}. */
    public Path dictionary() {
        return folder.resolve("dictionary.txt");
    }

    /** Settings for papers that say nothing else, in the form of {@link ProjectFiles#config()}. */
    public Path config() {
        return folder.resolve("config.properties");
    }

    /** Adds a word to the user's dictionary, as {@link ProjectFiles#addWord} does. */
    public void addWord(String word) throws IOException {
        new LineFile(dictionary()).add(word.strip());
    }

    static Path platformFolder(String system, String home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String appData = environment.getOrDefault("APPDATA", "");
            return appData.isBlank() ? Path.of(home, "AppData", "Roaming", "scholion") : Path.of(appData, "scholion");
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "scholion");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return config.isBlank() ? Path.of(home, ".config", "scholion") : Path.of(config, "scholion");
    }
}
