package org.scholion.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteModelTest {

    private static final String LEAST = "{\"protocol\":\"openai\",\"address\":\"https://host/v1\",\"model\":\"m\",\"kind\":\"chat\"";

    private Path folder = Path.of("");

    @BeforeEach
    void folder(@TempDir Path given) {
        folder = given;
    }

    private RemoteModel read(String json) throws IOException, ModelException {
        Files.writeString(folder.resolve(RemoteModel.FILE), json);
        return RemoteModel.read(folder);
    }

    @Test
    void aModelComesBackAsItWasWritten() throws ModelException {
        RemoteModel model = new RemoteModel(
                RemoteModel.Protocol.KSERVE_V2,
                URI.create("http://gpu.lab:8000/models"),
                "ranker",
                RemoteModel.Kind.CLASSIFICATION,
                Optional.of("lab"),
                7,
                256,
                Optional.empty(),
                Optional.of(new RemoteModel.Tensors("query", Optional.of("passage"), "score")),
                List.of("no", "yes"),
                RemoteModel.Activation.SOFTMAX);
        model.write(folder.resolve("new/one"));
        assertEquals(model, RemoteModel.read(folder.resolve("new/one")));
    }

    @Test
    void writingReplacesAndLeavesNothingBeside() throws IOException, ModelException {
        RemoteModel first = RemoteModel.openAi(URI.create("https://host/v1"), "a", RemoteModel.Kind.CHAT);
        first.write(folder);
        first.withSecret("key").write(folder);
        assertEquals(Optional.of("key"), RemoteModel.read(folder).secret());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void whatIsNotSaidIsTakenForGranted() throws IOException, ModelException {
        assertEquals(RemoteModel.openAi(URI.create("https://host/v1"), "m", RemoteModel.Kind.CHAT), read(LEAST + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "host/v1, https://host/v1",
        "http://host/v1, http://host/v1",
        "HTTPS://host/v1///, https://host/v1",
        "localhost:11434/v1, http://localhost:11434/v1",
        "127.0.0.1:80, http://127.0.0.1:80",
        "[::1]:80, http://[::1]:80",
        "127.example.org, https://127.example.org"
    })
    void anAddressWithoutASchemeIsSecureUnlessItIsThisMachine(String typed, String expected) {
        assertEquals(expected, RemoteModel.parseAddress(typed).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://host", "https://", "https://u:p@host/v1", "https://host/v1?key=1", "https://host/#a", "a b", "https://host:99999"})
    void anythingElseIsNoAddress(String typed) {
        assertThrows(IllegalArgumentException.class, () -> RemoteModel.parseAddress(typed));
    }

    @Test
    void aPasswordInAnAddressIsNotRepeated() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> RemoteModel.parseAddress("https://me:hunter2@host/v1"));
        assertFalse(String.valueOf(refused.getMessage()).contains("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                LEAST,
                LEAST + "} {}",
                LEAST + ",\"timeoutSecond\":3}",
                LEAST + ",\"timeoutSeconds\":0}",
                LEAST + ",\"timeoutSeconds\":1.5}",
                LEAST + ",\"contextTokens\":\"many\"}",
                LEAST + ",\"secret\":5}",
                LEAST + ",\"tensors\":[]}",
                LEAST + ",\"labels\":[\"a\"]}",
                "{\"protocol\":\"kserve-v2\",\"address\":\"https://host\",\"model\":\"m\",\"kind\":\"chat\"}",
                "{\"protocol\":\"kserve-v2\",\"address\":\"https://host\",\"model\":\"m\",\"kind\":\"embeddings\"}",
                "{\"protocol\":\"gopher\",\"address\":\"https://host\",\"model\":\"m\",\"kind\":\"chat\"}",
                "{\"protocol\":\"openai\",\"address\":\"https://host\",\"model\":\" \",\"kind\":\"chat\"}"
            })
    void aBrokenFileIsNamed(String json) {
        ModelException broken = assertThrows(ModelException.class, () -> read(json));
        assertTrue(String.valueOf(broken.getMessage()).contains(folder.resolve(RemoteModel.FILE).toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 60_000})
    void aHugeFileOrADeepOneIsNamed(int size) {
        ModelException broken = assertThrows(ModelException.class, () -> read("[".repeat(size)));
        assertTrue(String.valueOf(broken.getMessage()).contains(RemoteModel.FILE));
    }

    @Test
    void aMissingFileIsNamed() {
        ModelException missing = assertThrows(ModelException.class, () -> RemoteModel.read(folder));
        assertTrue(String.valueOf(missing.getMessage()).contains(RemoteModel.FILE));
    }
}
