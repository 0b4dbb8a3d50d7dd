package org.scholion.library.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.library.LibraryException;
import org.scholion.library.internal.SharedFile;

class SharedSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void understandsWhatPeopleWrite() {
        SharedSettings settings = SharedSettings.of(" search.lab:8983, https://other.lab/find/ ", "books");
        assertEquals(List.of(URI.create("http://search.lab:8983/solr"), URI.create("https://other.lab/find")), settings.addresses());
        assertEquals(SharedSettings.of("http://search.lab/solr", "a"), SharedSettings.of("http://search.lab/solr/", "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://", "ftp://lab/solr", "http://me:secret@lab/solr", "http://lab/solr?q=1", "a b c://"})
    void refusesWhatIsNoAddress(String typed) {
        assertThrows(IllegalArgumentException.class, () -> SharedSettings.of(typed, "books"));
    }

    @Test
    void knowsWhatOthersCanRead() {
        assertTrue(SharedSettings.of("http://search.lab/solr", "a").isReadable());
        assertFalse(SharedSettings.of("https://search.lab/solr, http://127.0.0.1:8983/solr", "a").isReadable());
    }

    @Test
    void isKeptAndOffUntilThen() throws Exception {
        SharedFile file = new SharedFile(folder);
        assertFalse(file.settings().isOn());
        assertTrue(file.source().isEmpty());
        SharedSettings settings = SharedSettings.of("https://search.lab", "books");
        file.use(settings);
        assertEquals(settings, new SharedFile(folder).settings());
        assertTrue(file.isShared(file.source().orElseThrow()));
        assertTrue(file.isShared(file.source("lab")));
        assertEquals("lab", file.name(file.source("lab")).orElseThrow());
        assertFalse(file.isShared(folder.resolve("refs.bib")));
    }

    @Test
    void saysWhenItsFileIsBroken() throws Exception {
        Files.writeString(folder.resolve("shared.json"), "{\"addresses\":[\"file:/etc\"]}");
        LibraryException broken = assertThrows(LibraryException.class, () -> new SharedFile(folder).settings());
        assertTrue(broken.getMessage().contains("shared.json"), broken.getMessage());
    }
}
