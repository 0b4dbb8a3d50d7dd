package org.scholion.inference.remote.internal;

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
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server on this machine that answers byte by byte what a test wants, faults included. */
final class FakeServer implements AutoCloseable {

    /** A request as it came. */
    record Seen(String method, String path, Map<String, String> headers, String body) {}

    /** Writes an answer; the connection is closed after it unless it says otherwise. */
    interface Answer {
        /** @return whether the connection may be used again */
        boolean write(OutputStream out, InputStream in) throws IOException;
    }

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch clientLeft = new CountDownLatch(1);
    private final ServerSocket socket;
    private final Function<Seen, Answer> answers;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    FakeServer(Function<Seen, Answer> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Answers in order, then with 404. */
    FakeServer(Answer... answers) {
        this(inOrder(answers));
    }

    private static Function<Seen, Answer> inOrder(Answer... answers) {
        Queue<Answer> left = new ArrayDeque<>(Arrays.asList(answers));
        return request -> {
            synchronized (left) {
                Answer next = left.poll();
                return next == null ? status(404, "{\"error\":{\"message\":\"no more answers\"}}") : next;
            }
        };
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Whether the other side closed a connection on which {@link #silence} waited. */
    boolean sawClientLeave() throws InterruptedException {
        return clientLeft.await(20, TimeUnit.SECONDS);
    }

    static Answer status(int status, String body, String... headers) {
        return (out, in) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String type = Arrays.stream(headers).anyMatch(header -> header.startsWith("Content-Type")) ? "" : "Content-Type: application/json\r\n";
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            write(out, "HTTP/1.1 " + status + " Said\r\n" + type + more + "Content-Length: " + bytes.length + "\r\n\r\n");
            out.write(bytes);
            out.flush();
            return true;
        };
    }

    static Answer json(String body) {
        return status(200, body);
    }

    /** A stream of which each part goes as a chunk of its own. */
    static Answer chunks(List<byte[]> parts, boolean whole) {
        return (out, in) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (byte[] part : parts) {
                chunk(out, part);
            }
            if (whole) {
                write(out, "0\r\n\r\n");
            }
            out.flush();
            return whole;
        };
    }

    static Answer events(String... data) {
        return chunks(Arrays.stream(data).map(text -> ("data: " + text + "\n\n").getBytes(StandardCharsets.UTF_8)).toList(), true);
    }

    static Answer cutEvents(String... data) {
        return chunks(Arrays.stream(data).map(text -> ("data: " + text + "\n\n").getBytes(StandardCharsets.UTF_8)).toList(), false);
    }

    /** Closes without a word. */
    static Answer hangUp() {
        return (out, in) -> false;
    }

    /** Some events, then nothing until the other side goes. */
    Answer silence(String... data) {
        return (out, in) -> {
            if (data.length > 0) {
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            }
            for (String text : data) {
                chunk(out, ("data: " + text + "\n\n").getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            try {
                while (in.read() >= 0) {
                    // nothing is expected
                }
            } finally {
                clientLeft.countDown();
            }
            return false;
        };
    }

    private static void chunk(OutputStream out, byte[] part) throws IOException {
        write(out, Integer.toHexString(part.length) + "\r\n");
        out.write(part);
        write(out, "\r\n");
        out.flush();
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
            boolean goesOn = true;
            while (goesOn) {
                String first = line(in);
                if (first.isEmpty()) {
                    return;
                }
                Map<String, String> headers = new TreeMap<>();
                for (String line = line(in); !line.isEmpty(); line = line(in)) {
                    int colon = line.indexOf(':');
                    headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
                }
                byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
                String[] words = first.split(" ");
                Seen request = new Seen(words[0], words[1], headers, new String(body, StandardCharsets.UTF_8));
                seen.add(request);
                goesOn = answers.apply(request).write(out, in);
            }
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

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
