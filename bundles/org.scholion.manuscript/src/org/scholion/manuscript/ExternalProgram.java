package org.scholion.manuscript;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** A program beside Scholion that converts documents, where it is installed. Thread-safe. */
public enum ExternalProgram {
    LIBRE_OFFICE(
            "soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice",
            "C:\\Program Files\\LibreOffice\\program\\soffice.com"),
    PANDOC("pandoc");

    private static final List<String> ENDINGS = List.of("", ".exe", ".com");
    private static final int LOOK_MILLIS = 50;
    private static final int LONGEST_OUTPUT = 4000;
    private static final String LOG = "output.txt";
    /** A port of this machine that nobody answers at. */
    private static final String NO_SERVER = "http://127.0.0.1:9";

    private final List<String> names;

    /**
     * What a program said.
     *
     * @param code its exit code; 0 when it did what it was asked for
     * @param output the beginning of what it printed, both streams
     */
    public record Result(int code, String output) {}

    ExternalProgram(String... names) {
        this.names = List.of(names);
    }

    /** Where the program is: on the path, or where it is usually installed. */
    public Optional<Path> find() {
        return find(System.getenv());
    }

    /** @param environment whose variable {@code PATH} names the folders to look into */
    public Optional<Path> find(Map<String, String> environment) {
        return names.stream().flatMap(name -> find(name, environment).stream()).findFirst();
    }

    /**
     * A program of any name.
     *
     * @param name a name to look for on the path, or where the program may be
     */
    public static Optional<Path> find(String name, Map<String, String> environment) {
        Stream<String> folders = name.contains("/") || name.contains("\\")
                ? Stream.of("")
                : Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)).filter(folder -> !folder.isBlank());
        return folders.flatMap(folder -> ENDINGS.stream().flatMap(ending -> executable(folder, name + ending).stream())).findFirst();
    }

    private static Optional<Path> executable(String folder, String file) {
        try {
            return Optional.of(Path.of(folder, file)).filter(path -> Files.isRegularFile(path) && Files.isExecutable(path));
        } catch (InvalidPathException notAFolder) {
            return Optional.empty();
        }
    }

    /**
     * Runs a program and waits for it; it and what it started end when nobody waits any more. It is told to reach no server.
     *
     * @param command the program and its arguments
     * @param folder where it runs
     * @param work a folder for what it prints, other than of another run at the same time
     * @param patience how long it may take
     * @throws IOException when it cannot be started
     * @throws TimeoutException when it took longer
     * @throws CancelledException when nobody waits any more
     */
    public static Result run(List<String> command, Path folder, Path work, Duration patience, CancelToken cancel)
            throws IOException, TimeoutException, CancelledException {
        Path log = work.resolve(LOG);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        for (String variable : List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")) {
            builder.environment().put(variable, NO_SERVER);
        }
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            long end = System.nanoTime() + patience.toNanos();
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                cancel.check();
                if (System.nanoTime() > end) {
                    throw new TimeoutException();
                }
            }
            return new Result(process.exitValue(), beginning(log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            end(process);
        }
    }

    private static String beginning(Path log) throws IOException {
        try (var in = Files.newInputStream(log)) {
            return new String(in.readNBytes(LONGEST_OUTPUT), Charset.defaultCharset()).strip();
        }
    }

    private static void end(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }
}
