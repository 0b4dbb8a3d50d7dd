package org.scholion.library.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the platform keeps what programs make for a user and can make again. */
public final class UserFolders {

    /** The system property that names the folder of a user's files, instead of the platform's places for them. */
    static final String HOME_PROPERTY = "scholion.home";

    private static final String NAME = "scholion";

    private UserFolders() {}

    /**
     * The folder of data: what {@link #HOME_PROPERTY} says, else {@code %LOCALAPPDATA%\scholion}, {@code ~/Library/Application
     * Support/scholion}, or {@code $XDG_DATA_HOME/scholion} with {@code ~/.local/share} where that is not set.
     */
    public static Path data() {
        String home = System.getProperty(HOME_PROPERTY, "");
        return home.isBlank()
                ? of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv())
                : Path.of(home);
    }

    static Path of(String system, String userHome, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? Path.of(userHome, "AppData", "Local") : Path.of(local)).resolve(NAME);
        }
        if (name.startsWith("mac")) {
            return Path.of(userHome, "Library", "Application Support", NAME);
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isBlank() ? Path.of(userHome, ".local", "share") : Path.of(data)).resolve(NAME);
    }
}
