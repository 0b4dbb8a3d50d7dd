package org.scholion.ui.internal.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenersTest {

    private static final Path FILE = Path.of("/papers/tide.pdf");

    @TempDir
    Path folder;

    private Map<String, String> program(String name) throws IOException {
        Path program = Files.createFile(folder.resolve(name));
        assertTrue(program.toFile().setExecutable(true));
        return Map.of("PATH", folder.toString());
    }

    @Test
    void aViewerThatIsKnownIsToldThePage() throws IOException {
        assertEquals(
                Optional.of(List.of(folder.resolve("evince").toString(), "--page-index=3", FILE.toString())),
                Openers.command("org.gnome.Evince.desktop\n", FILE, OptionalInt.of(3), program("evince")));
    }

    @Test
    void withoutAPageOrTheViewerThePlatformOpensIt() throws IOException {
        Map<String, String> environment = program("okular");
        assertEquals(Optional.empty(), Openers.command("okular.desktop", FILE, OptionalInt.empty(), environment));
        assertEquals(Optional.empty(), Openers.command("evince.desktop", FILE, OptionalInt.of(1), environment));
        assertEquals(Optional.empty(), Openers.command("firefox.desktop", FILE, OptionalInt.of(1), environment));
        assertEquals(Optional.empty(), Openers.command("", FILE, OptionalInt.of(1), Map.of()));
    }
}
