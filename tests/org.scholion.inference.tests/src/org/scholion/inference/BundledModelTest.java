package org.scholion.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledModelTest {

    @Test
    void aFolderWithSpacesIsFound(@TempDir Path folder) throws Exception {
        Path spaced = Files.createDirectory(folder.resolve("a folder"));
        assertEquals(spaced, BundledModel.place(spaced.toUri().toURL()));
        @SuppressWarnings("deprecation")
        var asItIs = spaced.toFile().toURL();
        assertEquals(spaced, BundledModel.place(asItIs));
    }

    @Test
    void aBundleWithoutAModelHasNoSource() {
        ModelDescriptor descriptor = new ModelDescriptor("none", "None", ModelTask.TAGGING, List.of("en"), "none", "1");
        assertEquals(List.of(), BundledModel.sources(ModelDescriptor.class, descriptor));
    }
}
