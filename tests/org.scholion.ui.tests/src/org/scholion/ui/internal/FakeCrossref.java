package org.scholion.ui.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers on this machine in place of Crossref and Unpaywall, with made-up works, and notes what it is asked. */
final class FakeCrossref implements AutoCloseable {

    private static final String TIDE = """
            {"DOI":"10.5555/tide.1","type":"journal-article","title":["Tides of moons and mussels"],
             "author":[{"given":"Ada","family":"Brook"},{"given":"Jan","family":"Dijk"}],
             "abstract":"<jats:p>Mussels count the moon.</jats:p>",
             "container-title":["Journal of Shore Life"],"volume":"12","issued":{"date-parts":[[2019,4,7]]}}
            """;
    private static final String APPLES = """
            {"DOI":"10.1000/apples","type":"journal-article","title":["How Apples Ripen in Cold Stores"],
             "author":[{"given":"Ada","family":"Adams"}],"container-title":["Journal of Pomology"],"issued":{"date-parts":[[2003]]}}
            """;

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    FakeCrossref() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Nothing is answered until the latch is open. */
    CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        try {
            gate.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        String body = body(path);
        String type = path.endsWith(".pdf") ? "application/pdf" : "application/json";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, body.isEmpty() ? -1 : bytes.length);
        if (!body.isEmpty()) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private String body(String path) {
        if (path.startsWith("/works?filter=updates") || path.startsWith("/works?rows") && path.contains("updates")) {
            return path.contains("10.1000") ? list(notice()) : list();
        } else if (path.startsWith("/works?")) {
            return path.contains("nothing") ? list() : list(TIDE, APPLES);
        } else if (path.startsWith("/works/10.1000/apples") || path.startsWith("/works/10.1000%2Fapples")) {
            return "{\"status\":\"ok\",\"message-type\":\"work\",\"message\":" + APPLES + "}";
        } else if (path.startsWith("/v2/")) {
            return "{\"doi\":\"10.5555/tide.1\",\"is_oa\":true,\"best_oa_location\":{\"url_for_pdf\":\"" + address() + "/tide.pdf\"}}";
        } else if (path.endsWith(".pdf")) {
            return "%PDF-1.7\n%%EOF\n";
        }
        return "";
    }

    private static String list(String... works) {
        return "{\"status\":\"ok\",\"message-type\":\"work-list\",\"message\":{\"total-results\":" + works.length + ",\"items\":["
                + String.join(",", works) + "]}}";
    }

    private static String notice() {
        return """
                {"DOI":"10.5555/notice.9","type":"journal-article","title":["Retraction"],
                 "update-to":[{"DOI":"10.1000/apples","type":"retraction","label":"Retraction",
                  "updated":{"date-parts":[[2021,5,6]],"date-time":"2021-05-06T00:00:00Z"}}]}
                """;
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
    }
}
