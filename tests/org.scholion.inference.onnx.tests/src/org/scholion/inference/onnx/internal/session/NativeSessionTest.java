package org.scholion.inference.onnx.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.TinyModels;

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

    @Test
    void aGraphThatIsWrittenAnewIsLoadedInstead() throws Exception {
        Path file = graph("tiny-bert-mean");
        byte[] other = Files.readAllBytes(graph("tiny-bert-multi"));
        Rewriting rewriting = asked -> Optional.of(ByteBuffer.allocateDirect(other.length).put(other).flip());
        try (DeviceSession asItIs = DeviceSession.open(file, Optional.empty(), 1);
                DeviceSession anew = DeviceSession.open(file, Optional.empty(), 1, rewriting)) {
            assertFalse(asItIs.outputs().containsKey("logits"));
            assertTrue(anew.outputs().containsKey("logits"));
        }
    }

    @Test
    void aGraphWhoseOtherFormIsRefusedIsLoadedAsItIs() throws Exception {
        Path file = graph("tiny-bert-mean");
        Rewriting broken = asked -> Optional.of(ByteBuffer.allocateDirect(16));
        try (DeviceSession session = DeviceSession.open(file, Optional.empty(), 1, broken)) {
            assertFalse(session.outputs().isEmpty());
        }
    }

    private static Path graph(String model) {
        return TinyModels.folder(model).resolve("onnx/model.onnx");
    }
}
