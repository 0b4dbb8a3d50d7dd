package org.scholion.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts the launcher as a user would and watches the process and its children from outside. Linux only. */
final class ProductRun {

    private static final int POLL_MILLIS = 20;
    private static final int LIMIT_SECONDS = 300;

    /**
     * What one run cost.
     *
     * @param exit the exit code, -1 when it was ended by us
     * @param seconds from the start to the end, or to the first window
     * @param residentMiB the highest sum of resident memory of the process and its children that was seen
     */
    record Cost(int exit, double seconds, long residentMiB) {}

    private ProductRun() {}

    /** Runs to the end; output is thrown away. */
    static Cost toTheEnd(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(command);
        long resident = 0;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            resident = Math.max(resident, residentKiB(process));
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                end(process);
                return new Cost(-1, LIMIT_SECONDS, resident / 1024);
            }
        }
        return new Cost(process.exitValue(), (System.nanoTime() - start) / 1e9, resident / 1024);
    }

    /** Runs until a window whose title holds {@code title} is on the display, then ends it. */
    static Cost toTheWindow(List<String> command, String title) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(command);
        long resident = 0;
        try {
            while (process.isAlive() && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                if (windowTitles().stream().anyMatch(line -> line.contains(title))) {
                    double seconds = (System.nanoTime() - start) / 1e9;
                    return new Cost(-1, seconds, Math.max(resident, residentKiB(process)) / 1024);
                }
                resident = Math.max(resident, residentKiB(process));
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            throw new IOException("no window with the title " + title);
        } finally {
            end(process);
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    private static List<String> windowTitles() throws IOException, InterruptedException {
        Process tree = new ProcessBuilder("xwininfo", "-root", "-tree").redirectErrorStream(true).start();
        try (Stream<String> lines = tree.inputReader().lines()) {
            return lines.toList();
        } finally {
            tree.waitFor();
        }
    }

    private static long residentKiB(Process process) {
        long sum = 0;
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        for (ProcessHandle handle : all) {
            Path status = Path.of("/proc", Long.toString(handle.pid()), "status");
            if (Files.exists(status)) {
                sum += residentKiB(status);
            }
        }
        return sum;
    }

    private static long residentKiB(Path status) {
        try {
            return Machine.parseKiB(Machine.value(status, "VmRSS"));
        } catch (IOException | UncheckedIOException e) {
            // the process ended between the two looks
            return 0;
        }
    }
}
