package org.scholion.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFilesTest {

    @Test
    void eachPlatformHasItsPlace() {
        assertEquals(Path.of("/h/.config/scholion"), UserFiles.platformFolder("Linux", "/h", Map.of()));
        assertEquals(Path.of("/c/scholion"), UserFiles.platformFolder("Linux", "/h", Map.of("XDG_CONFIG_HOME", "/c")));
        assertEquals(Path.of("/h/Library/Application Support/scholion"), UserFiles.platformFolder("Mac OS X", "/h", Map.of()));
        assertEquals(Path.of("/a/scholion"), UserFiles.platformFolder("Windows 11", "/h", Map.of("APPDATA", "/a")));
    }
}
