package org.scholion.inference.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.store.FileCheck;
import org.scholion.inference.store.InstallProgress;
import org.scholion.inference.store.InstalledFile;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.ModelStore;
import org.scholion.text.CancelToken;

/** Adapters in the store: small models that name another, their base. */
class AdapterStoreTest {

    private static final ModelStore.Identity IDENTITY =
            new ModelStore.Identity("roles", "Roles", ModelTask.TAGGING, List.of("en"), "MIT");

    @TempDir
    Path folder = Path.of("");

    private Path source = Path.of("");

    @BeforeEach
    void writeAnAdapter() throws Exception {
        source = Files.createDirectories(folder.resolve("src"));
        Files.writeString(source.resolve("adapter_config.json"), "{\"base_model_name_or_path\": \"Lab/Encoder\"}");
        Files.writeString(source.resolve("adapter_model.safetensors"), "matrices");
        Files.writeString(source.resolve("config.json"), "{}");
    }

    @Test
    void anAdapterOfAModelThatIsThereIsCopied() throws Exception {
        UserModelStore store = store("encoder");
        InstalledModel model = store.importFrom(source, IDENTITY, InstallProgress.NONE, CancelToken.NEVER);
        assertEquals(
                List.of("adapter_config.json", "adapter_model.safetensors", "config.json"),
                model.files().stream().map(InstalledFile::path).toList());
        assertEquals(Optional.of("encoder"), model.base());
        InstalledModel found = store.find("roles").orElseThrow();
        assertEquals(Optional.of("encoder"), found.base());
        assertEquals(Optional.empty(), store.find("encoder").orElseThrow().base());
        assertTrue(store.verify(found, InstallProgress.NONE, CancelToken.NEVER).stream()
                .allMatch(check -> check.state() == FileCheck.State.SAME));
    }

    @Test
    void anAdapterOfAModelThatIsNotThereIsRefused() {
        UserModelStore store = store("other");
        ModelException refused = assertThrows(
                ModelException.class, () -> store.importFrom(source, IDENTITY, InstallProgress.NONE, CancelToken.NEVER));
        assertTrue(refused.getMessage().contains("encoder"), refused.getMessage());
        assertEquals(Optional.empty(), store.find("roles"));
    }

    @Test
    void settingsWithoutMatricesAreNoAdapter() throws Exception {
        Files.delete(source.resolve("adapter_model.safetensors"));
        UserModelStore store = store("encoder");
        ModelException refused = assertThrows(
                ModelException.class, () -> store.importFrom(source, IDENTITY, InstallProgress.NONE, CancelToken.NEVER));
        assertTrue(refused.getMessage().contains("adapter_model.safetensors"), refused.getMessage());
    }

    @Test
    void anEmbeddedAdapterNamesItsBase() throws Exception {
        Path inBundle = Files.createDirectories(folder.resolve("bundle"));
        Files.copy(source.resolve("adapter_config.json"), inBundle.resolve("adapter_config.json"));
        UserModelStore store = Stores.in(folder.resolve("store"), List.of(embedded("roles", inBundle)), List.of());
        assertEquals(Optional.of("encoder"), store.find("roles").orElseThrow().base());
    }

    @Test
    void anAdapterWithBrokenSettingsIsAProblemAndTheOthersAreListed() throws Exception {
        Path inBundle = Files.createDirectories(folder.resolve("bundle"));
        Files.writeString(inBundle.resolve("adapter_config.json"), "{");
        UserModelStore store = Stores.in(
                folder.resolve("store"), List.of(embedded("roles", inBundle), embedded("encoder", folder)), List.of());
        ModelStore.Contents contents = store.read();
        assertEquals(List.of("encoder"), contents.models().stream().map(InstalledModel::id).toList());
        assertEquals(1, contents.problems().size());
        assertTrue(contents.problems().getFirst().contains("adapter_config.json"), contents.problems().getFirst());
    }

    private UserModelStore store(String base) {
        return Stores.in(folder.resolve("store"), List.of(embedded(base, folder)), List.of());
    }

    private static EmbeddedModels embedded(String id, Path place) {
        ModelDescriptor known = new ModelDescriptor(id, id, ModelTask.EMBEDDING, List.of("en"), "MIT", "1");
        return () -> List.of(new ModelEngine.Source(known, place));
    }
}
