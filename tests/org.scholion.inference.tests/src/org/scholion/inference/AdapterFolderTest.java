package org.scholion.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdapterFolderTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "citation-encoder, citation-encoder",
        "sentence-transformers/all-MiniLM-L6-v2, all-minilm-l6-v2",
        "/home/me/models/My Encoder/, my-encoder",
        "C:\\\\models\\\\bert.base_1, bert.base_1"
    })
    void theBaseIsTheLastPartOfItsName(String name, String id) throws Exception {
        write("{\"base_model_name_or_path\": \"" + name + "\"}");
        assertTrue(AdapterFolder.isIn(folder));
        assertEquals(Optional.of(id), AdapterFolder.base(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"base_model_name_or_path\": 7}", "{\"base_model_name_or_path\": \"/\"}",
        "{\"base_model_name_or_path\": \"..\"}"})
    void settingsWithoutABaseAreNamed(String settings) throws Exception {
        write(settings);
        ModelException refused = assertThrows(ModelException.class, () -> AdapterFolder.base(folder));
        assertTrue(refused.getMessage().contains("adapter_config.json"), refused.getMessage());
    }

    @Test
    void anotherFolderHasNoBase() throws Exception {
        assertFalse(AdapterFolder.isIn(folder));
        assertEquals(Optional.empty(), AdapterFolder.base(folder));
    }

    private void write(String settings) throws Exception {
        Files.writeString(folder.resolve(AdapterFolder.SETTINGS), settings);
    }
}
