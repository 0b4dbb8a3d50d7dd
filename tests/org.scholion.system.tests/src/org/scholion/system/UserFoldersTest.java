package org.scholion.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserFoldersTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,/h/.config/scholion,/h/.local/share/scholion",
        "Mac OS X,/h/Library/Application Support/scholion,/h/Library/Application Support/scholion",
        "Windows 11,/h/AppData/Roaming/scholion,/h/AppData/Local/scholion",
    })
    void eachPlatformHasItsPlaces(String system, String settings, String data) {
        assertEquals(new UserFolders(Path.of(settings), Path.of(data)), UserFolders.of(system, "/h", Map.of()));
    }

    @Test
    void theEnvironmentMayNameOthers() {
        assertEquals(
                new UserFolders(Path.of("/c/scholion"), Path.of("/d/scholion")),
                UserFolders.of("Linux", "/h", Map.of("XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "/d")));
        assertEquals(
                new UserFolders(Path.of("/a/scholion"), Path.of("/l/scholion")),
                UserFolders.of("Windows 11", "/h", Map.of("APPDATA", "/a", "LOCALAPPDATA", "/l")));
    }
}
