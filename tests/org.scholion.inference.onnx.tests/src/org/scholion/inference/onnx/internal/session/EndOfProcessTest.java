package org.scholion.inference.onnx.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.onnxruntime.OrtEnvironment;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.Device;
import org.scholion.inference.onnx.internal.TinyModels;
import org.scholion.inference.onnx.internal.device.ChildProbe;
import org.scholion.text.CancelToken;
import org.slf4j.LoggerFactory;

/** A process that ends while a model is loaded or run does not crash. Each case is tried several times, since it is a race. */
class EndOfProcessTest {

    private static final int TIMES = 3;
    /** What Java answers when a signal to terminate ended it. */
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"begin", "load", "run"})
    void exitWhileThreadsUseModelsIsClean(String work) throws Exception {
        for (int i = 0; i < TIMES; i++) {
            assertEndsWith(EndingProgram.EXIT, start(work, "itself"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "run"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is ended there without being told")
    void aSignalWhileThreadsUseModelsIsClean(String work) throws Exception {
        for (int i = 0; i < TIMES; i++) {
            Process child = start(work, "another");
            child.destroy();
            assertEndsWith(TERMINATED, child);
        }
    }

    private Process start(String work, String ender) throws Exception {
        Path graph = TinyModels.folder("tiny-bert-mean").resolve("onnx").resolve("model.onnx");
        List<Class<?>> needed = List.of(EndingProgram.class, DeviceSession.class, OrtEnvironment.class, Device.class, CancelToken.class,
                NLS.class, LoggerFactory.class);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"), "-XX:-CreateCoredumpOnCrash", "-cp", ChildProbe.classPath(needed),
                        EndingProgram.class.getName(), graph.toString(), work, ender)
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        BufferedReader out = child.inputReader();
        String line = out.readLine();
        while (line != null && !line.equals(EndingProgram.READY)) {
            line = out.readLine();
        }
        assertEquals(EndingProgram.READY, line, this::errors);
        return child;
    }

    private void assertEndsWith(int status, Process child) throws Exception {
        assertEquals(status, child.waitFor(), this::errors);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("errors.txt"), files.map(file -> file.getFileName().toString()).toList());
        }
        assertFalse(errors().contains(EndingProgram.FAILED), this::errors);
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
