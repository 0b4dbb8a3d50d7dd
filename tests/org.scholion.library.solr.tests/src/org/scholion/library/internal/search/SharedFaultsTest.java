package org.scholion.library.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.library.LibraryException;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.library.shared.SearchServer.Question;
import org.scholion.library.shared.SharedSettings;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Servers that are away, slow, or no Solr of ours. */
class SharedFaultsTest {

    private static final Question QUESTION = new Question("/select", Map.of("q", List.of("*:*")));

    @TempDir
    private Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer site;
    private SharedSettings settings;
    private volatile int status = 200;
    private volatile String type = "application/json";
    private volatile String body = "{}";
    private volatile boolean slow;

    @BeforeEach
    void serve() throws Exception {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(threads);
        site.createContext("/", exchange -> {
            requests.incrementAndGet();
            asked.countDown();
            if (slow) {
                try {
                    end.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        site.start();
        settings = new SharedSettings(List.of(URI.create("http://127.0.0.1:" + site.getAddress().getPort() + "/solr")), "books");
    }

    @AfterEach
    void stop() {
        end.countDown();
        site.stop(0);
        threads.shutdownNow();
    }

    private LibraryException failure(SharedSettings server) {
        return assertThrows(LibraryException.class,
                () -> Installed.searchServer().ask(server, List.of(QUESTION), Duration.ofSeconds(20), CancelToken.NEVER));
    }

    private static SharedSettings nobody() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new SharedSettings(List.of(URI.create("http://127.0.0.1:" + free.getLocalPort() + "/solr")), "books");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "200 | text/html                | <html>Welcome</html>   | did not answer as a Solr",
        "200 | application/json         | {                      | did not answer as a Solr",
        "200 | application/octet-stream | no javabin             | did not answer as a Solr",
        "404 | text/html                | nothing here           | books",
        "401 | text/html                | who are you            | 401",
        "500 | text/html                | oh dear                | 500",
        "503 | text/html                | later                  | 503"
    })
    void saysWhatIsWrongInOneSentence(int code, String kind, String text, String part) {
        status = code;
        type = kind;
        body = text;
        String message = failure(settings).getMessage();
        assertTrue(message.contains(part) && message.contains("127.0.0.1") && !message.contains("\n"), message);
    }

    @Test
    void saysWhenNobodyIsThere() throws Exception {
        String message = failure(nobody()).getMessage();
        assertTrue(message.contains("cannot be reached"), message);
    }

    @Test
    void asksTheNextAddressWhenOneIsAway() throws Exception {
        SharedSettings both =
                new SharedSettings(List.of(nobody().addresses().getFirst(), settings.addresses().getFirst()), "books");
        status = 404;
        assertTrue(failure(both).getMessage().contains("books"));
        assertEquals(1, requests.get());
    }

    @Test
    void waitsNoLongerThanTheLimit() {
        slow = true;
        LibraryException silent = assertThrows(LibraryException.class,
                () -> Installed.searchServer().ask(settings, List.of(QUESTION), Duration.ofMillis(300), CancelToken.NEVER));
        assertTrue(silent.getMessage().contains("0.3"), silent.getMessage());
    }

    @Test
    void stopsWaitingWhenNobodyWantsTheAnswer() {
        slow = true;
        assertThrows(CancelledException.class, () -> Installed.searchServer()
                .ask(settings, List.of(QUESTION), Duration.ofSeconds(60), () -> asked.getCount() == 0));
    }

    private LibraryQuery query(Path... sources) {
        return new LibraryQuery("attention", List.of(sources), LibraryFilter.NONE, 10, false);
    }

    @Test
    void findsWhatIsOnThisMachineWhenTheServerIsAwayAndLeavesItAloneForAWhile() throws Exception {
        status = 503;
        Path bib = Files.writeString(folder.resolve("refs.bib"), ReferenceLibraryContract.BIB);
        try (SharedFixture fixture = new SharedFixture(folder, settings, "1")) {
            fixture.own.refresh(bib, false, RefreshProgress.NONE, CancelToken.NEVER);
            Path shared = fixture.shared.source().orElseThrow();
            LibraryHits hits = fixture.library.search(query(bib, shared), CancelToken.NEVER);
            assertEquals(1, hits.total());
            assertEquals(1, fixture.counting.rounds);
            for (int key = 0; key < 20; key++) {
                fixture.library.search(query(bib, shared), CancelToken.NEVER);
            }
            assertEquals(1, fixture.counting.rounds);
            assertTrue(fixture.shared.trouble().orElseThrow().contains("503"));
            assertThrows(LibraryException.class, () -> fixture.library.search(query(shared), CancelToken.NEVER));
            for (int second = 1; second <= 17; second++) {
                fixture.nanos += Duration.ofSeconds(1).toNanos();
                fixture.library.search(query(bib, shared), CancelToken.NEVER);
            }
            assertEquals(3, fixture.counting.rounds, "asked after 5 seconds and 10 more");
        }
    }

    @Test
    void tellsATroubleAsAProblemOfTheSource() throws Exception {
        status = 503;
        try (SharedFixture fixture = new SharedFixture(folder, settings, "1")) {
            RefreshReport report = fixture.library.refresh(
                    fixture.shared.source().orElseThrow(), true, RefreshProgress.NONE, CancelToken.NEVER);
            assertEquals(1, report.problems().size());
        }
    }

    @Test
    void asksNothingWhenItIsOff() throws Exception {
        try (SharedFixture fixture = new SharedFixture(folder, settings, "1")) {
            Path shared = fixture.shared.source().orElseThrow();
            fixture.shared.use(new SharedSettings(List.of(), "books"));
            assertFalse(fixture.shared.source().isPresent());
            fixture.library.search(query(shared), CancelToken.NEVER);
            fixture.library.refresh(shared, true, RefreshProgress.NONE, CancelToken.NEVER);
            assertThrows(LibraryException.class, () -> fixture.push(folder, "lab"));
            assertEquals(0, requests.get());
        }
    }
}
