package org.scholion.inference.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scholion.system.UserFolders;

class ModelFolderTest {

    private static final UserFolders FOLDERS = new UserFolders(Path.of("/s"), Path.of("/d"));

    @Test
    void modelsLieAmongTheDataOfAUser() {
        assertEquals(Path.of("/d/models"), ModelFolder.of(FOLDERS, Map.of()));
    }

    @Test
    void theEnvironmentNamesAnotherFolder() {
        assertEquals(Path.of("/m"), ModelFolder.of(FOLDERS, Map.of("SCHOLION_MODELS", "/m")));
    }
}
