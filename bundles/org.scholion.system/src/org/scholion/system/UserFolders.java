package org.scholion.system;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the platform keeps a user's files; the folders need not exist.
 *
 * @param settings files that people may edit
 * @param data what programs make for a user
 */
public record UserFolders(Path settings, Path data) {

    /** The system property that names the folder of a user's files, instead of the platform's places for them. */
    public static final String HOME_PROPERTY = "scholion.home";

    private static final String NAME = "scholion";

    /**
     * The folders of this user on this machine: what {@link #HOME_PROPERTY} says, else {@code %APPDATA%\scholion} and
     * {@code %LOCALAPPDATA%\scholion}, {@code ~/Library/Application Support/scholion}, or {@code $XDG_CONFIG_HOME/scholion} and
     * {@code $XDG_DATA_HOME/scholion} with {@code ~/.config} and {@code ~/.local/share} where these are not set.
     */
    public static UserFolders standard() {
        String home = System.getProperty(HOME_PROPERTY, "");
        return home.isBlank()
                ? of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv())
                : new UserFolders(Path.of(home), Path.of(home));
    }

    static UserFolders of(String system, String home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new UserFolders(
                    folder(environment, "APPDATA", Path.of(home, "AppData", "Roaming")),
                    folder(environment, "LOCALAPPDATA", Path.of(home, "AppData", "Local")));
        }
        if (name.startsWith("mac")) {
            Path support = Path.of(home, "Library", "Application Support", NAME);
            return new UserFolders(support, support);
        }
        return new UserFolders(
                folder(environment, "XDG_CONFIG_HOME", Path.of(home, ".config")),
                folder(environment, "XDG_DATA_HOME", Path.of(home, ".local", "share")));
    }

    private static Path folder(Map<String, String> environment, String variable, Path standard) {
        String value = environment.getOrDefault(variable, "");
        return (value.isBlank() ? standard : Path.of(value)).resolve(NAME);
    }
}
