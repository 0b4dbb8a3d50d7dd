package org.scholion.library.internal.online;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A site on this machine that answers byte by byte what a test wants, faults included, and notes what it is asked. */
final class FakeSite implements AutoCloseable {

    /** A request as it came. */
    record Seen(String method, String path, Map<String, String> headers) {}

    /** Writes an answer. */
    interface Answer {
        void write(OutputStream out, InputStream in) throws IOException;
    }

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch clientLeft = new CountDownLatch(1);
    private final ServerSocket socket;
    private final Function<String, Answer> answers;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** @param answers by the path with its query */
    FakeSite(Function<String, Answer> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** In this order, then 404. */
    static FakeSite inOrder(Answer... answers) {
        List<Answer> left = new CopyOnWriteArrayList<>(answers);
        return new FakeSite(path -> left.isEmpty() ? status(404, "text/plain", "") : left.removeFirst());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Whether the other side closed a connection on which {@link #silence} waited. */
    boolean sawClientLeave() throws InterruptedException {
        return clientLeft.await(20, TimeUnit.SECONDS);
    }

    static Answer status(int status, String type, String body, String... headers) {
        return (out, in) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            write(out, "HTTP/1.1 " + status + " Said\r\nConnection: close\r\nContent-Type: " + type + "\r\n" + more + "Content-Length: "
                    + bytes.length + "\r\n\r\n");
            out.write(bytes);
            out.flush();
        };
    }

    static Answer json(String body) {
        return status(200, "application/json", body);
    }

    static Answer redirect(String location) {
        return status(302, "text/plain", "", "Location: " + location);
    }

    /** Closes without a word. */
    static Answer hangUp() {
        return (out, in) -> {
            // nothing is written
        };
    }

    /** The beginning of an answer, then the end of the connection. */
    static Answer cut(String body) {
        return (out, in) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n" + body);
            out.flush();
        };
    }

    /** Goes on as long as anybody reads. */
    static Answer endless(String type) {
        byte[] part = "[".repeat(65_536).getBytes(StandardCharsets.UTF_8);
        return (out, in) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n");
            while (true) {
                out.write(part);
            }
        };
    }

    /** The beginning of an answer, then nothing until the other side goes. */
    Answer silence(String begin) {
        return (out, in) -> {
            write(out, begin);
            out.flush();
            try {
                while (in.read() >= 0) {
                    // nothing is expected
                }
            } finally {
                clientLeft.countDown();
            }
        };
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            String first = line(in);
            if (first.isEmpty()) {
                return;
            }
            Map<String, String> headers = new TreeMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
            String[] words = first.split(" ");
            seen.add(new Seen(words[0], words[1], headers));
            asked.countDown();
            answers.apply(words[1]).write(out, in);
        } catch (IOException e) {
            // the other side went away, as some tests want
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    List<String> paths() {
        return seen.stream().map(Seen::path).toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(seen.toArray());
    }
}
