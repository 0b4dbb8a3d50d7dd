package org.scholion.inference.onnx.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.ModelException;

class NativeSessionTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNoGraphIsNamedAndLeavesNothingOpen() throws Exception {
        Path file = Files.writeString(folder.resolve("model.onnx"), "no graph at all");
        int open = NativeHandles.open();
        try (SessionOptions options = new SessionOptions()) {
            ModelException refused = assertThrows(ModelException.class, () -> NativeSession.open(file, options));
            assertTrue(refused.getMessage().contains("model.onnx"), refused.getMessage());
        }
        assertEquals(open, NativeHandles.open());
    }
}
