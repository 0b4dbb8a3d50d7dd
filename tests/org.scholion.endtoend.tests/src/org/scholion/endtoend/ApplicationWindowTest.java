package org.scholion.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application, seen and driven from outside its process: only its window, keys, and the file on disk. */
class ApplicationWindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final long POLL_MILLIS = 200;

    @TempDir
    Path folder;

    @Test
    void aPaperOpensIsTypedIntoAndSavedAndTheWindowCloses() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no display");
        assumeTrue(hasXdotool(), "xdotool is not installed; releng/setup installs it");
        Product scholion = Product.in(folder);
        Path paper = Files.writeString(
                folder.resolve("outside.tex"), "\\documentclass{article}\n\\begin{document}\nWe weigh the apples.\n\\end{document}\n");
        Path in = Files.createFile(folder.resolve("in"));
        Process process =
                scholion.start(in, folder.resolve("out"), folder.resolve("err"), List.of(), paper.getFileName().toString());
        try {
            String window = waitFor("a window with the paper", process, () -> xdotool("search", "--name", "outside.tex").lines().findFirst());
            xdotool("windowactivate", "--sync", window);
            waitFor("what was typed is on disk", process, () -> {
                xdotool("key", "ctrl+Home");
                xdotool("type", "%typed ");
                xdotool("key", "ctrl+s");
                return Files.readString(paper).contains("%typed") ? Optional.of(paper) : Optional.empty();
            });
            xdotool("key", "alt+F4");
            assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "the window closes and the process ends");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static boolean hasXdotool() throws InterruptedException {
        try {
            return new ProcessBuilder("xdotool", "version").start().waitFor() == 0;
        } catch (IOException e) {
            // there is no such program
            return false;
        }
    }

    private static String xdotool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    private <T> T waitFor(String what, Process process, Callable<Optional<T>> question) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> answer = question.call();
            if (answer.isPresent()) {
                return answer.get();
            }
            assertTrue(
                    !process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS),
                    () -> "the application ended while waiting for: " + what);
        }
        throw new AssertionError(what + " did not come within " + PATIENCE + "; on standard error: " + Files.readString(folder.resolve("err")));
    }
}
