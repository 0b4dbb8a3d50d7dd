package org.scholion.inference.internal.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP server on this machine that answers as a test tells it, with faults on purpose. One connection an answer. */
public final class FaultyServer implements AutoCloseable {

    /** What was asked. */
    public record Asked(String path, Map<String, String> headers) {

        /** Where the wanted range begins; 0 without one. */
        public int offset() {
            String range = headers.getOrDefault("range", "bytes=0-");
            return Integer.parseInt(range.substring(6, range.length() - 1));
        }
    }

    /** Writes an answer; the connection is closed after it. */
    @FunctionalInterface
    public interface Answer {
        void write(Asked asked, OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private final Answer answer;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

    public FaultyServer(Answer answer) throws IOException {
        this.answer = answer;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The address of a path, which begins without a slash. */
    public URI at(String path) {
        return URI.create("http://localhost:" + socket.getLocalPort() + '/' + path);
    }

    /** What was asked so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : List.copyOf(open)) {
            one.close();
        }
    }

    /** A whole body with its length. */
    public static void whole(OutputStream out, byte[] body, String... headers) throws IOException {
        head(out, "200 OK", body.length, headers);
        out.write(body);
    }

    /** The rest of a body from the wanted offset on. */
    public static void rest(OutputStream out, byte[] body, int offset, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Range: bytes " + offset + '-' + (body.length - 1) + '/' + body.length);
        head(out, "206 Partial Content", body.length - offset, all.toArray(String[]::new));
        out.write(body, offset, body.length - offset);
    }

    /** An answer without a body. */
    public static void status(OutputStream out, String status, String... headers) throws IOException {
        head(out, status, 0, headers);
    }

    /** The lines before a body. */
    public static void head(OutputStream out, String status, long length, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
        if (length >= 0) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException end) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            String first = in.readLine();
            if (first == null) {
                return;
            }
            Map<String, String> headers = new TreeMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
            Asked one = new Asked(first.split(" ")[1], headers);
            asked.add(one);
            answer.write(one, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (Exception cut) {
            // the test sees what the client makes of it
        }
    }
}
