package org.scholion.inference.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.Device;
import org.scholion.inference.store.ModelSettings;

class SettingsFileTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatIsStoredComesBack() throws Exception {
        ModelSettings settings = new ModelSettings(
                Optional.of(URI.create("http://mirror.lab/")),
                List.of("/home/a b/lab.json", "https://lab.example/c.json"),
                OptionalLong.of(512L << 20),
                9,
                Optional.of(Device.Kind.CUDA),
                OptionalInt.of(3),
                Map.of("translation:de", "opus-mt-en-de"));
        file(Map.of()).store(settings);
        assertEquals(settings, file(Map.of()).current());
    }

    @Test
    void aNewcomerHasTheDefaults() {
        assertEquals(ModelSettings.DEFAULT, file(Map.of()).current());
    }

    @Test
    void whatMakesNoSenseCountsAsTheDefault() throws Exception {
        Files.writeString(
                folder.resolve("models.properties"), "mirror=nowhere\nmemoryMiB=-4\nidleMinutes=soon\ndevice=abacus\nthreads=0\n");
        assertEquals(ModelSettings.DEFAULT, file(Map.of()).current());
    }

    @Test
    void aBrokenFileCountsAsEmpty() throws Exception {
        Files.writeString(folder.resolve("models.properties"), "mirror=\\u12");
        assertEquals(ModelSettings.DEFAULT, file(Map.of()).current());
    }

    @Test
    void theMirrorOfTheEnvironmentStandsAboveAndIsNotWritten() throws Exception {
        SettingsFile file = file(Map.of(SettingsFile.MIRROR_VARIABLE, "https://m.example/x"));
        assertEquals(Optional.of(URI.create("https://m.example/x/")), file.current().mirror());
        file.store(file.current());
        assertFalse(Files.readString(folder.resolve("models.properties")).contains("m.example"));
    }

    private SettingsFile file(Map<String, String> environment) {
        return new SettingsFile(folder.resolve("models.properties"), environment);
    }
}
