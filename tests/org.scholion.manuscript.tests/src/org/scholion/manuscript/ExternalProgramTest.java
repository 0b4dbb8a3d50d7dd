package org.scholion.manuscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class ExternalProgramTest {

    private static final Path SHELL = Path.of("/bin/sh");
    /** A program that starts another one, whose number it writes down. */
    private static final String WITH_CHILD = "sleep 600 & echo $! > child.tmp; mv child.tmp child; wait";

    @TempDir
    private Path folder;

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(SHELL), "no shell to start");
    }

    @Test
    void theCodeAndWhatWasPrintedAreGiven() throws Exception {
        ExternalProgram.Result result = run("echo said; echo complained >&2; exit 3", Duration.ofMinutes(1), CancelToken.NEVER);
        assertEquals(new ExternalProgram.Result(3, "said\ncomplained"), result);
    }

    @Test
    void whoCancelsEndsItAndWhatItStarted() throws Exception {
        CancelToken whenStarted = () -> Files.exists(folder.resolve("child"));
        assertThrows(CancelledException.class, () -> run(WITH_CHILD, Duration.ofMinutes(1), whenStarted));
        assertEnded();
    }

    @Test
    void whatTakesTooLongIsEnded() throws Exception {
        assertThrows(TimeoutException.class, () -> run(WITH_CHILD, Duration.ofSeconds(1), CancelToken.NEVER));
        assertEnded();
    }

    @Test
    void noServerIsReachedThroughTheUsualVariables() throws Exception {
        String said = run("echo $http_proxy $https_proxy", Duration.ofMinutes(1), CancelToken.NEVER).output();
        assertEquals("http://127.0.0.1:9 http://127.0.0.1:9", said);
    }

    @Test
    void whatIsNotThereCannotBeStarted() {
        List<String> command = List.of(folder.resolve("none").toString());
        assertThrows(IOException.class, () -> ExternalProgram.run(command, folder, folder, Duration.ofMinutes(1), CancelToken.NEVER));
    }

    @Test
    void aProgramIsFoundOnThePath() throws Exception {
        assertEquals(Optional.empty(), ExternalProgram.PANDOC.find(Map.of("PATH", folder.toString())));
        Path program = Files.writeString(folder.resolve("pandoc"), "");
        assertTrue(program.toFile().setExecutable(true));
        assertEquals(Optional.of(program), ExternalProgram.PANDOC.find(Map.of("PATH", "/none:" + folder)));
    }

    private ExternalProgram.Result run(String script, Duration patience, CancelToken cancel) throws Exception {
        return ExternalProgram.run(List.of(SHELL.toString(), "-c", script), folder, folder, patience, cancel);
    }

    private void assertEnded() throws IOException {
        Path number = folder.resolve("child");
        if (Files.exists(number)) {
            long child = Long.parseLong(Files.readString(number).strip());
            assertTrue(ProcessHandle.of(child).map(handle -> !handle.isAlive()).orElse(true));
        }
    }
}
