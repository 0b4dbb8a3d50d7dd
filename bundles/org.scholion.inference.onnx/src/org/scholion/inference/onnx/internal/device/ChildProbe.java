package org.scholion.inference.onnx.internal.device;

import ai.onnxruntime.OrtEnvironment;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out in a process of its own whether a device works, since a broken runtime may end the process that loads it. */
public final class ChildProbe {

    private static final Logger LOG = LoggerFactory.getLogger(ChildProbe.class);
    private static final int MOST_OUTPUT_BYTES = 1 << 16;

    private final Optional<Path> nativeFolder;
    private final Duration timeout;

    /**
     * @param nativeFolder where the runtime is; empty for the one in the bundle
     * @param timeout after which a device that does not answer counts as broken
     */
    public ChildProbe(Optional<Path> nativeFolder, Duration timeout) {
        this.nativeFolder = nativeFolder;
        this.timeout = timeout;
    }

    /**
     * Whether a session can be made there. Waits for the child; what it prints is logged when it fails. The runtime in the bundle is built
     * without CUDA, so that nobody is asked about that.
     */
    public boolean works(Device.Kind kind) {
        if (kind == Device.Kind.CUDA && nativeFolder.isEmpty()) {
            return false;
        }
        try {
            return run(kind);
        } catch (IOException | URISyntaxException e) {
            LOG.warn("probe of {}", kind, e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean run(Device.Kind kind) throws IOException, URISyntaxException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        nativeFolder.ifPresent(folder -> command.add("-Donnxruntime.native.path=" + folder));
        command.add("-cp");
        command.add(classPath(List.of(Probe.class, OrtEnvironment.class, Device.class)));
        command.add(Probe.class.getName());
        command.add(kind.name());
        // a file, so that nobody waits for a pipe that a grandchild keeps open
        Path output = Files.createTempFile("scholion-probe", ".txt");
        try {
            Process child = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            child.getOutputStream().close();
            boolean ended = child.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                child.destroyForcibly();
            }
            String printed = head(output);
            boolean works = ended && child.exitValue() == 0 && printed.contains(Probe.WORKS);
            if (!works) {
                String end = ended ? "exit " + child.exitValue() : "no answer";
                LOG.warn(NLS.bind("{0} does not work here: {1}\n{2}", new Object[] {kind, end, printed}));
            }
            return works;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String head(Path output) throws IOException {
        try (var in = Files.newInputStream(output)) {
            return new String(in.readNBytes(MOST_OUTPUT_BYTES), StandardCharsets.UTF_8).strip();
        }
    }

    /** The jars or folders that hold these classes, as the class path of a child. */
    public static String classPath(List<Class<?>> types) throws URISyntaxException {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : types) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            if (source != null) {
                Path place = place(source.getLocation());
                // classes of a bundle that runs from its project lie below it
                Path compiled = place.resolve("target").resolve("classes");
                places.add((Files.isDirectory(compiled) ? compiled : place).toString());
            }
        }
        return String.join(File.pathSeparator, places);
    }

    /** Equinox gives the path as it is, so that it may hold spaces; other class loaders escape it. */
    private static Path place(URL location) throws URISyntaxException {
        File asItIs = new File(location.getPath());
        return asItIs.exists() ? asItIs.toPath() : Path.of(location.toURI());
    }
}
