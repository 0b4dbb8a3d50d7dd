package org.scholion.inference.internal.catalogue;

import java.nio.file.Path;
import java.util.Map;
import org.scholion.system.UserFolders;

/** The folder of the model store. */
public final class ModelFolder {

    /** Names the folder of the models, instead of the place among a user's data. */
    public static final String VARIABLE = "SCHOLION_MODELS";

    private ModelFolder() {}

    /** That of this user on this machine. */
    public static Path standard() {
        return of(UserFolders.standard(), System.getenv());
    }

    static Path of(UserFolders folders, Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        return named.isBlank() ? folders.data().resolve("models") : Path.of(named).toAbsolutePath();
    }
}
