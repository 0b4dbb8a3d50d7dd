package org.scholion.inference.internal.catalogue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the platform keeps a user's settings and data.
 *
 * @param settings folder of files that people may edit
 * @param models folder of the model store
 */
public record UserPlaces(Path settings, Path models) {

    /** Names the folder of the models, instead of the platform's place for them. */
    public static final String MODELS_VARIABLE = "SCHOLION_MODELS";

    /** Names the folder of a user's files, instead of the platform's places for them. */
    public static final String HOME_PROPERTY = "scholion.home";

    private static final String NAME = "scholion";

    /** The places of this user on this machine. */
    public static UserPlaces standard() {
        return of(
                System.getProperty("os.name", ""),
                System.getProperty("user.home", "."),
                System.getProperty(HOME_PROPERTY, ""),
                System.getenv());
    }

    static UserPlaces of(String system, String userHome, String home, Map<String, String> environment) {
        Path settings;
        Path data;
        String name = system.toLowerCase(Locale.ROOT);
        if (!home.isBlank()) {
            settings = Path.of(home);
            data = settings;
        } else if (name.startsWith("windows")) {
            settings = place(environment, "APPDATA", Path.of(userHome, "AppData", "Roaming"));
            data = place(environment, "LOCALAPPDATA", Path.of(userHome, "AppData", "Local"));
        } else if (name.startsWith("mac")) {
            settings = Path.of(userHome, "Library", "Application Support", NAME);
            data = settings;
        } else {
            settings = place(environment, "XDG_CONFIG_HOME", Path.of(userHome, ".config"));
            data = place(environment, "XDG_DATA_HOME", Path.of(userHome, ".local", "share"));
        }
        String models = environment.getOrDefault(MODELS_VARIABLE, "");
        return new UserPlaces(settings, models.isBlank() ? data.resolve("models") : Path.of(models).toAbsolutePath());
    }

    private static Path place(Map<String, String> environment, String variable, Path standard) {
        String value = environment.getOrDefault(variable, "");
        return (value.isBlank() ? standard : Path.of(value)).resolve(NAME);
    }
}
