package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.cli.internal.Console.Stream;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeModels;
import org.scholion.cli.internal.FakeServices;
import org.scholion.inference.ModelTask;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.store.FileCheck;

class ModelsCommandTest {

    @TempDir
    Path folder;

    private final FakeServices services = new FakeServices();
    private FakeModels models;
    private FakeConsole console;

    @BeforeEach
    void start() {
        models = new FakeModels();
        services.models = models;
        console = new FakeConsole(folder, services);
    }

    @Test
    void listNamesWhatCanBeHadAndWhatIsThere() {
        console.run("models", "install", "free");
        assertEquals(0, console.run("models", "list"));
        assertTrue(console.out().contains("✓ free"), console.out());
        assertTrue(console.out().contains("– strict"), console.out());
        assertTrue(console.err().contains("lab.json is broken"), console.err());
    }

    @Test
    void listAsJsonIsAsTheTableSays() {
        assertEquals(0, console.run("models", "list", "--format", "json"));
        JsonObject first = json().getAsJsonArray("models").get(0).getAsJsonObject();
        assertEquals(Set.of("id", "task", "installed", "device", "size"), first.keySet());
        assertEquals("embedding", first.get("task").getAsString());
        assertFalse(first.get("installed").getAsBoolean());
        assertTrue(first.get("device").isJsonNull());
        assertEquals(3 << 20, first.get("size").getAsLong());
    }

    @Test
    void listFetchesCataloguesOnlyWhenAsked() {
        console.run("models", "list");
        assertEquals(0, models.refreshes);
        console.run("models", "list", "--refresh");
        assertEquals(1, models.refreshes);
    }

    @Test
    void showSaysWhereItComesFromAndWhichHashesWereRecorded() {
        console.run("models", "install", "free");
        assertEquals(0, console.run("models", "show", "free"));
        assertTrue(console.out().contains("https://models.example/"), console.out());
        assertTrue(console.out().contains("recorded at the first install"), console.out());
    }

    @Test
    void aStrictLicenceIsNotAcceptedBySilence() {
        assertEquals(4, console.run("models", "install", "strict"));
        assertTrue(console.err().contains("licence of strict"), console.err());
        assertEquals(0, console.run("models", "install", "strict", "--accept-licence"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y\n", "yes\n", "Yes\r\n"})
    void aPersonIsShownTheLicenceAndAsked(String answer) {
        console.terminals = Set.of(Stream.IN, Stream.ERR);
        console.in = answer;
        assertEquals(0, console.run("models", "install", "strict"));
        assertTrue(console.err().contains("Not for money."), console.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "n\n", ""})
    void everythingElseIsANo(String answer) {
        console.terminals = Set.of(Stream.IN, Stream.ERR);
        console.in = answer;
        assertEquals(4, console.run("models", "install", "strict"));
    }

    @Test
    void connectAddsAModelOnAServerWithItsKey() {
        console.in = "sk-1 \nrest";
        assertEquals(0, console.run(
                "models", "connect", "gpu.lab.example/v1/", "--model", "Qwen2.5-7B", "--secret", "lab", "--id", "lab-qwen"), console.err());
        assertEquals("https://gpu.lab.example/v1", models.connected.address().toString());
        assertEquals("Qwen2.5-7B", models.connected.model());
        assertEquals(RemoteModel.Kind.CHAT, models.connected.kind());
        assertEquals(Optional.of("lab"), models.connected.secret());
        assertEquals(Map.of("lab", "sk-1"), models.keys);
        assertEquals(ModelTask.GENERATION, models.imported.task());
        assertTrue(console.out().contains("lab-qwen is connected"), console.out());
        assertFalse((console.out() + console.err()).contains("sk-1"));
    }

    @Test
    void connectAsksForAKeyOnlyWhenItIsNotKnownAndKeepsNoEmptyOne() {
        models.keys.put("lab", "old");
        console.in = "new\n";
        assertEquals(0, console.run("models", "connect", "localhost:8080/v1", "--model", "a", "--kind", "embeddings", "--secret", "lab"));
        assertEquals(Map.of("lab", "old"), models.keys);
        assertEquals("http://localhost:8080/v1", models.connected.address().toString());
        assertEquals(ModelTask.EMBEDDING, models.imported.task());
        assertEquals("a", models.imported.id());
        console.in = "\n";
        assertEquals(0, console.run("models", "connect", "localhost:8080/v1", "--model", "b", "--secret", "other"));
        assertEquals(Map.of("lab", "old"), models.keys);
    }

    @Test
    void connectTakesADescriptionForWhatOptionsCannotSay() throws Exception {
        Files.writeString(folder.resolve("remote.json"), """
                {"protocol": "kserve-v2", "address": "http://localhost:8000", "model": "roles", "kind": "classification",
                 "tensors": {"input": "TEXT", "output": "SCORES"}, "labels": ["aim", "result"]}""");
        assertEquals(0, console.run("models", "connect", "remote.json"), console.err());
        assertEquals(List.of("aim", "result"), models.connected.labels());
        assertEquals(ModelTask.CLASSIFICATION, models.imported.task());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://lab.example/v1", "https://user:word@lab.example/v1", "https://lab.example/v1?key=1", "not an address"})
    void aWrongAddressIsRefused(String address) {
        assertEquals(2, console.run("models", "connect", address, "--model", "a"));
        assertFalse(console.err().contains("word@"), console.err());
        assertEquals(2, console.run("models", "connect", "lab.example/v1"), "no model");
    }

    @Test
    void progressIsShownOnATerminalOnly() {
        console.run("models", "install", "free");
        assertFalse(console.err().contains("Fetching"));
        console.run("models", "remove", "free");
        console.terminals = Set.of(Stream.ERR);
        console.run("models", "install", "free");
        assertTrue(console.err().contains("Fetching  0 %  0/4 MiB"), console.err());
    }

    @Test
    void anImportIsNamedAfterItsFile() throws Exception {
        Files.writeString(folder.resolve("My Model.Q4.gguf"), "x");
        assertEquals(0, console.run("models", "import", "My Model.Q4.gguf", "--language", "en,de", "--licence", "MIT"));
        assertEquals("my-model.q4", models.imported.id());
        assertEquals(ModelTask.GENERATION, models.imported.task());
        assertEquals(List.of("en", "de"), models.imported.languages());
    }

    @Test
    void anAdapterIsImportedAsATaggerAndShownWithItsBase() throws Exception {
        Path adapter = Files.createDirectories(folder.resolve("roles"));
        Files.writeString(adapter.resolve("adapter_config.json"), "{}");
        models.base = Optional.of("citation-encoder");
        assertEquals(0, console.run("models", "import", "roles"));
        assertEquals(ModelTask.TAGGING, models.imported.task());
        assertTrue(console.out().contains("(1 MiB)"), console.out());
        assertEquals(0, console.run("models", "show", "roles"));
        assertTrue(console.out().contains("An adapter of citation-encoder"), console.out());
        assertEquals(0, console.run("models", "show", "roles", "-f", "json"));
        assertEquals("citation-encoder", json().getAsJsonArray("models").get(0).getAsJsonObject().get("base").getAsString());
        assertEquals(0, console.run("models", "import", "roles", "--id", "own", "--task", "classification"));
        assertEquals(ModelTask.CLASSIFICATION, models.imported.task());
    }

    @Test
    void anImportOfNothingIsThree() {
        assertEquals(3, console.run("models", "import", "none.gguf"));
        assertTrue(console.err().contains("none.gguf"), console.err());
    }

    @Test
    void verifySaysWhichFileDiffersAndFour() {
        console.run("models", "install", "free");
        assertEquals(0, console.run("models", "verify", "free"));
        models.state = FileCheck.State.CHANGED;
        assertEquals(4, console.run("models", "verify", "free"));
        assertTrue(console.out().contains("✗ free/a.onnx  changed"), console.out());
        assertEquals(4, console.run("models", "verify", "free", "-f", "json"));
        JsonObject file = json().getAsJsonArray("models").get(0).getAsJsonObject().getAsJsonArray("files").get(0).getAsJsonObject();
        assertEquals("changed", file.get("state").getAsString());
    }

    @Test
    void aRemovedModelIsGone() {
        console.run("models", "install", "free");
        assertEquals(0, console.run("models", "remove", "free"));
        assertEquals(4, console.run("models", "remove", "free"));
    }

    @Test
    void benchNamesTheRealDevice() {
        console.run("models", "install", "free");
        assertEquals(0, console.run("models", "bench", "free", "--format", "json"));
        JsonObject json = json();
        assertEquals(
                Set.of("id", "device", "promptTokensPerSecond", "tokensPerSecond", "embeddingsPerSecond", "residentMiB"),
                json.keySet());
        assertEquals("CPU (2 threads)", json.get("device").getAsString());
        assertTrue(json.get("embeddingsPerSecond").getAsDouble() > 0);
        assertTrue(json.get("tokensPerSecond").isJsonNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dance free", "install", "bench", "bench a b", "import", "list free", "list --format xml"})
    void wrongUseIsTwo(String words) {
        assertEquals(2, console.run(("models " + words).split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "install", "verify", "bench"})
    void anUnknownModelIsFour(String action) {
        assertEquals(4, console.run("models", action, "zzz"));
        assertTrue(console.err().contains("zzz"), console.err());
    }

    @Test
    void withoutTheStoreItIsFour() {
        services.models = null;
        assertEquals(4, console.run("models", "list"));
        assertTrue(console.err().contains("doctor"), console.err());
    }

    private JsonObject json() {
        return JsonParser.parseString(console.out()).getAsJsonObject();
    }
}
