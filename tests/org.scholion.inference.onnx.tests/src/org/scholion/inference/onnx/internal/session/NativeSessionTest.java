package org.scholion.inference.onnx.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.TinyModels;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

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

    /** The token is asked before the run, when it says no, and then by the watch. The run would go on for minutes. */
    @Test
    void aRunIsEndedInItsMidstWhenNobodyWaits() throws Exception {
        Path file = Files.write(folder.resolve("model.onnx"), CountingGraph.of(2_000_000_000));
        AtomicInteger asked = new AtomicInteger();
        int open = NativeHandles.open();
        try (SessionOptions options = new SessionOptions(); NativeSession session = NativeSession.open(file, options)) {
            assertThrows(CancelledException.class,
                    () -> session.run(Map.of(), Set.of(CountingGraph.OUTPUT), Map.of(), () -> asked.getAndIncrement() > 0).close());
            assertTrue(asked.get() > 1);
        }
        assertEquals(open, NativeHandles.open());
    }

    @Test
    void theGraphThatCountsDoesSoWhenSomebodyWaits() throws Exception {
        Path file = Files.write(folder.resolve("model.onnx"), CountingGraph.of(1000));
        try (SessionOptions options = new SessionOptions(); NativeSession session = NativeSession.open(file, options);
                OrtSession.Result result = session.run(Map.of(), Set.of(CountingGraph.OUTPUT), Map.of(), CancelToken.NEVER)) {
            assertEquals(1000L, result.get(0).getValue());
        }
    }

    private static Path graph(String model) {
        return TinyModels.folder(model).resolve("onnx/model.onnx");
    }
}
