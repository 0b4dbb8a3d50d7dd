package org.scholion.library.internal.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.scholion.library.shared.SharedSettings;

/**
 * A SolrCloud of two nodes, each in a JVM of its own, with ZooKeeper in the first, on free ports of this machine. Started when
 * it is first asked
 * for, for all tests; the nodes end with this JVM, however it ends, since they read a pipe from it.
 */
final class SolrNodes {

    private static final int ZOOKEEPER_OFFSET = 1000;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static SolrNodes running;

    private final Path checkout = Path.of("../..").toAbsolutePath().normalize();
    private final Path data;
    private final int[] ports = new int[2];
    private final Process[] nodes = new Process[2];

    private SolrNodes() throws IOException {
        data = Files.createTempDirectory("scholion-solr");
        ports[0] = freePort(ZOOKEEPER_OFFSET);
        ports[1] = freePort(0);
        nodes[0] = start(0, "embedded");
        nodes[1] = start(1, "127.0.0.1:" + (ports[0] + ZOOKEEPER_OFFSET));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    static synchronized SolrNodes running() throws IOException {
        if (running == null) {
            running = new SolrNodes();
        }
        return running;
    }

    /** A collection with our configuration, made when there is none. */
    SharedSettings collection(String name, int shards, int replicas) throws IOException {
        Process made = java("org.scholion.solr.SolrCollection", address(0).toString(), name,
                        checkout.resolve("bundles/org.scholion.library.solr/configset").toString(), String.valueOf(shards),
                        String.valueOf(replicas))
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (made.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
        awaitWhole();
        return new SharedSettings(List.of(address(0), address(1)), name);
    }

    URI address(int node) {
        return URI.create("http://127.0.0.1:" + ports[node] + "/solr");
    }

    /** The second node goes away without a word. */
    void killSecond() {
        nodes[1].destroyForcibly();
        try {
            nodes[1].waitFor();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The second node comes back. */
    void startSecond() throws IOException {
        nodes[1] = start(1, "127.0.0.1:" + (ports[0] + ZOOKEEPER_OFFSET));
        awaitWhole();
    }

    /** Until both nodes are there and all that lies on them is up to date; the node itself is what takes the time of a turn. */
    private void awaitWhole() throws IOException {
        URI status = URI.create(address(0) + "/admin/collections?action=CLUSTERSTATUS&wt=json&indent=false");
        long end = System.nanoTime() + LONGEST.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                String said = client.send(HttpRequest.newBuilder(status).build(), BodyHandlers.ofString()).body();
                boolean live = said.contains(ports[0] + "_solr") && said.replaceFirst("(?s).*\"live_nodes\"", "").contains(ports[1] + "_solr");
                if (live && !said.contains("\"state\":\"down\"") && !said.contains("\"state\":\"recovering\"")) {
                    return;
                }
                if (System.nanoTime() - end > 0) {
                    throw new IOException("the nodes are not whole: " + said);
                }
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private Process start(int node, String zooKeeper) throws IOException {
        Path home = Files.createDirectories(data.resolve("node" + node));
        Process process = java(
                        "org.scholion.solr.SolrNode", String.valueOf(ports[node]), home.toString(), zooKeeper, "--until-input-ends")
                .redirectError(home.resolve("log").toFile())
                .start();
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line == null || !line.startsWith("ready"); line = said.readLine()) {
            if (line == null) {
                throw new IOException("the node did not start:\n" + Files.readString(home.resolve("log")));
            }
        }
        return process;
    }

    private ProcessBuilder java(String main, String... arguments) throws IOException {
        Path built = checkout.resolve("releng/solr/target");
        String classpath = built.resolve("classes") + System.getProperty("path.separator") + Files.readString(built.resolve("classpath"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-XX:TieredStopAtLevel=1", "-cp", classpath,
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** @param offset of another port that has to be free, too */
    private static int freePort(int offset) throws IOException {
        while (true) {
            try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                int port = one.getLocalPort();
                if (port + offset > 65_000) {
                    continue;
                }
                if (offset == 0) {
                    return port;
                }
                try (ServerSocket other = new ServerSocket(port + offset, 1, InetAddress.getLoopbackAddress())) {
                    return other.getLocalPort() - offset;
                } catch (IOException taken) {
                    continue;
                }
            }
        }
    }

    private void stop() {
        try {
            for (Process node : nodes) {
                node.destroyForcibly();
                node.waitFor(10, TimeUnit.SECONDS);
            }
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
