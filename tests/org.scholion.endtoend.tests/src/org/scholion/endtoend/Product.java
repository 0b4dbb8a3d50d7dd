package org.scholion.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built product, started as a user does: a process of its own, real files. */
final class Product {

    private static final int LIMIT_SECONDS = 300;

    /** What a run left behind. */
    record Result(int code, String out, String err) {}

    private final Path launcher;
    private final Path folder;
    private final Map<String, String> environment;

    private Product(Path launcher, Path folder, Map<String, String> environment) {
        this.launcher = launcher;
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * The product that was built, to be run in {@code folder}; without one the test is skipped, or fails where
     * {@code scholion.endtoend.required} is set.
     */
    static Product in(Path folder) throws IOException {
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "the tests start a shell script");
        Path launcher = Path.of(System.getProperty("scholion.product", "no product")).resolve("scholion");
        if (!Files.exists(launcher)) {
            String message = launcher + " is not there: build releng/product first";
            if (Boolean.getBoolean("scholion.endtoend.required")) {
                fail(message);
            }
            assumeTrue(false, message);
        }
        Path cache = Files.createDirectories(Path.of("target", "start-cache").toAbsolutePath());
        Path home = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-home"));
        Map<String, String> environment = Map.of(
                "SCHOLION_CACHE", cache.toString(), "HOME", home.toString(), "XDG_CONFIG_HOME", home.toString(), "LC_ALL", "C.UTF-8");
        return new Product(launcher, folder, environment);
    }

    /** The same product where an environment variable is different. */
    Product with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Product(launcher, folder, more);
    }

    /** Runs a command without anything on standard input. */
    Result run(String... words) throws Exception {
        return runWithInput("", words);
    }

    Result runWithInput(String input, String... words) throws Exception {
        Path in = Files.writeString(Files.createTempFile("scholion-in", ""), input);
        Path out = Files.createTempFile("scholion-out", "");
        Path err = Files.createTempFile("scholion-err", "");
        try {
            Process process = start(in, out, err, List.of(), words);
            assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "still running: " + List.of(words));
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(err);
        }
    }

    /**
     * Starts a command.
     *
     * @param before a program, with its arguments, that starts it
     */
    Process start(Path in, Path out, Path err, List<String> before, String... words) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(launcher.toString());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("LANG", "LC_CTYPE", "LC_MESSAGES", "LANGUAGE", "NO_COLOR"));
        builder.environment().putAll(environment);
        return builder.redirectInput(in.toFile())
                .redirectOutput(Redirect.to(out.toFile()))
                .redirectError(Redirect.to(err.toFile()))
                .start();
    }

    Path launcher() {
        return launcher;
    }
}
