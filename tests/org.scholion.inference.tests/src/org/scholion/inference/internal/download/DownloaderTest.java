package org.scholion.inference.internal.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.ModelException;
import org.scholion.inference.store.InstallProgress;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Downloads from a server that misbehaves on purpose. */
class DownloaderTest {

    private static final int SIZE = 300_000;
    private static final String TAG = "ETag: \"one\"";

    private final byte[] body = new byte[SIZE];
    private String sha256 = "";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void fill() {
        new Random(7).nextBytes(body);
        sha256 = HexFormat.of().formatHex(Hashes.sha256().digest(body));
    }

    @Test
    void aFileArrivesWhole() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.whole(out, body))) {
            Fetched fetched = fetch(pinned(server.at("file")));
            assertEquals(new Fetched(SIZE, sha256), fetched);
            assertArrayEquals(body, Files.readAllBytes(target()));
            assertEquals(List.of("file"), names());
        }
    }

    @Test
    void aCutConnectionIsTakenUpWhereItBroke() throws Exception {
        try (FaultyServer server = new FaultyServer(this::cutInTheMiddle)) {
            assertEquals(sha256, fetch(pinned(server.at("file"))).sha256());
            assertEquals(2, server.asked().size());
            assertTrue(server.asked().get(1).offset() > 0);
            assertEquals("\"one\"", server.asked().get(1).headers().get("if-range"));
        }
    }

    @Test
    void aServerThatIgnoresRangesSendsItAgain() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            if (calls.getAndIncrement() == 0) {
                cutInTheMiddle(asked, out);
            } else {
                FaultyServer.whole(out, body);
            }
        })) {
            assertEquals(sha256, fetch(pinned(server.at("file"))).sha256());
        }
    }

    @Test
    void anotherFileUnderTheSameAddressStartsAnew() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        byte[] other = new byte[SIZE];
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            if (calls.getAndIncrement() == 0) {
                cutInTheMiddle(asked, out);
            } else {
                FaultyServer.whole(out, other, "ETag: \"two\"");
            }
        })) {
            fetch(known(server.at("file")));
            assertArrayEquals(other, Files.readAllBytes(target()));
        }
    }

    @Test
    void whatIsLeftOfAnEarlierTryIsUsed() throws Exception {
        Files.write(folder.resolve("file.part"), Arrays.copyOf(body, 1000));
        Files.writeString(folder.resolve("file.tag"), "\"one\"");
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.rest(out, body, asked.offset(), TAG))) {
            assertEquals(sha256, fetch(pinned(server.at("file"))).sha256());
            assertEquals(1000, server.asked().getFirst().offset());
        }
    }

    @Test
    void aPartThatIsWholeIsOnlyChecked() throws Exception {
        Files.write(folder.resolve("file.part"), body);
        Files.writeString(folder.resolve("file.tag"), "\"one\"");
        try (FaultyServer server = new FaultyServer((asked, out) ->
                FaultyServer.status(out, "416 Range Not Satisfiable", "Content-Range: bytes */" + SIZE))) {
            assertEquals(sha256, fetch(known(server.at("file"))).sha256());
        }
    }

    @Test
    void aRangeThatWasNotAskedForStartsAnew() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            switch (calls.getAndIncrement()) {
                case 0 -> cutInTheMiddle(asked, out);
                case 1 -> FaultyServer.rest(out, body, asked.offset() - 1);
                default -> FaultyServer.whole(out, body);
            }
        })) {
            assertEquals(sha256, fetch(pinned(server.at("file"))).sha256());
            assertEquals(3, calls.get());
        }
    }

    @Test
    void aWrongHashIsRefusedAndNothingStays() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.whole(out, new byte[SIZE]))) {
            String message = fails(pinned(server.at("file")));
            assertTrue(message.contains("SHA-256") && message.contains("file"), message);
            assertEquals(List.of(), names());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SIZE - 1, SIZE + 1})
    void aWrongLengthIsRefusedBeforeItIsFetched(int length) throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.whole(out, new byte[length]))) {
            String message = fails(pinned(server.at("file")));
            assertTrue(message.contains("length"), message);
            assertEquals(List.of(), names());
        }
    }

    @Test
    void aBodyWithoutALengthMayNotBeLonger() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            FaultyServer.head(out, "200 OK", -1);
            out.write(body);
            out.write(body);
        })) {
            assertTrue(fails(pinned(server.at("file"))).contains("length"));
        }
    }

    @Test
    void aMissingFileIsToldAtOnce() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.status(out, "404 Not Found"))) {
            String message = fails(pinned(server.at("dir/file")));
            assertTrue(message.contains("404") && message.contains("dir/file"), message);
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void aForbiddenFileIsToldAtOnce() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.status(out, "403 Forbidden"))) {
            assertTrue(fails(pinned(server.at("file"))).contains("403"));
            assertEquals(1, server.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 Internal Server Error", "503 Service Unavailable", "429 Too Many Requests"})
    void aServerInTroubleIsAskedAgain(String status) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            if (calls.getAndIncrement() == 0) {
                FaultyServer.status(out, status, "Retry-After: 0");
            } else {
                FaultyServer.whole(out, body);
            }
        })) {
            assertEquals(sha256, fetch(pinned(server.at("file"))).sha256());
        }
    }

    @Test
    void aServerThatStaysInTroubleIsGivenUp() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.status(out, "502 Bad Gateway"))) {
            assertTrue(fails(pinned(server.at("file"))).contains("502"));
            assertEquals(Downloaders.PATIENT.tries(), server.asked().size());
        }
    }

    @Test
    void aRedirectIsFollowed() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            if (asked.path().equals("/file")) {
                FaultyServer.status(out, "302 Found", "Location: /real");
            } else {
                FaultyServer.whole(out, body);
            }
        })) {
            assertEquals(sha256, fetch(pinned(server.at("file"))).sha256());
        }
    }

    @Test
    void redirectsThatGoInACircleEnd() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.status(out, "302 Found", "Location: /file"))) {
            assertTrue(fails(pinned(server.at("file"))).contains("redirects"));
        }
    }

    @Test
    void aRedirectToAFileOfThisMachineIsRefused() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) ->
                FaultyServer.status(out, "302 Found", "Location: file:///etc/passwd"))) {
            assertTrue(fails(pinned(server.at("file"))).contains("redirects"));
        }
    }

    @Test
    void aRedirectFromHttpsToHttpIsRefused() {
        ModelException refused = assertThrows(
                ModelException.class,
                () -> Exchange.redirected(
                        URI.create("https://a.example/x"), URI.create("https://a.example/x"), Optional.of("http://b.example/x")));
        assertTrue(String.valueOf(refused.getMessage()).contains("b.example"));
    }

    @Test
    void aStalledConnectionIsGivenUp() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            FaultyServer.head(out, "200 OK", SIZE);
            out.flush();
            stall();
        })) {
            try (Downloader downloader = Downloaders.quick(Optional.empty())) {
                ModelException given = assertThrows(
                        ModelException.class,
                        () -> downloader.fetch(pinned(server.at("file")), InstallProgress.NONE, CancelToken.NEVER));
                assertTrue(String.valueOf(given.getMessage()).contains("Nothing came"), given.getMessage());
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsToldAtOnce() throws Exception {
        URI gone;
        try (FaultyServer server = new FaultyServer((asked, out) -> out.flush())) {
            gone = server.at("file");
        }
        assertTrue(fails(pinned(gone)).contains("does not answer"));
    }

    @Test
    void aHostThatDoesNotExistIsToldAtOnce() {
        String message = fails(pinned(URI.create("http://does-not-exist.invalid/file")));
        assertTrue(message.contains("does-not-exist.invalid"), message);
    }

    @Test
    void aFullDiskIsToldAndWhatCameIsKept() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.whole(out, body, TAG));
                Downloader downloader = Downloaders.writingTo(DownloaderTest::fullAfterAWhile)) {
            ModelException full = assertThrows(
                    ModelException.class,
                    () -> downloader.fetch(pinned(server.at("file")), InstallProgress.NONE, CancelToken.NEVER));
            assertTrue(String.valueOf(full.getMessage()).contains("disk is full"), full.getMessage());
            assertFalse(Files.exists(target()));
            assertTrue(Files.size(folder.resolve("file.part")) > 0);
        }
    }

    @Test
    void aCancelledDownloadEndsWhileTheServerIsSilent() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        try (FaultyServer server = new FaultyServer((asked, out) -> {
            FaultyServer.head(out, "200 OK", SIZE, TAG);
            out.write(body, 0, 1000);
            out.flush();
            cancelled.set(true);
            stall();
        })) {
            try (Downloader downloader = Downloaders.patient(Optional.empty())) {
                assertThrows(
                        CancelledException.class,
                        () -> downloader.fetch(pinned(server.at("file")), InstallProgress.NONE, cancelled::get));
            }
        }
    }

    @Test
    void aMirrorStandsInForTheServer() throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.whole(out, body));
                Downloader downloader = Downloaders.patient(Optional.of(server.at("mirror/")))) {
            downloader.fetch(pinned(URI.create("https://huggingface.co/a/b/resolve/main/file?x=1")), InstallProgress.NONE, CancelToken.NEVER);
            assertEquals("/mirror/huggingface.co/a/b/resolve/main/file?x=1", server.asked().getFirst().path());
        }
    }

    @Test
    void progressEndsAtTheWhole() throws Exception {
        AtomicLong last = new AtomicLong();
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.whole(out, body));
                Downloader downloader = Downloaders.patient(Optional.empty())) {
            downloader.fetch(pinned(server.at("file")), (step, done, total) -> last.set(done * total), CancelToken.NEVER);
            assertEquals((long) SIZE * SIZE, last.get());
        }
    }

    private void cutInTheMiddle(FaultyServer.Asked asked, OutputStream out) throws IOException {
        if (asked.offset() == 0) {
            FaultyServer.head(out, "200 OK", SIZE, TAG);
            out.write(body, 0, SIZE / 2);
        } else {
            FaultyServer.rest(out, body, asked.offset(), TAG);
        }
    }

    /** Keeps the connection open without a byte, until the client closes it. */
    private static void stall() throws InterruptedException {
        new CountDownLatch(1).await(5, TimeUnit.SECONDS);
    }

    private static WritableByteChannel fullAfterAWhile(Path file, boolean append) throws IOException {
        WritableByteChannel real = PartFile.OPENER.open(file, append);
        return new WritableByteChannel() {
            private int written;

            @Override
            public int write(ByteBuffer source) throws IOException {
                if (written > SIZE / 3) {
                    throw new IOException("No space left on device");
                }
                int count = real.write(source);
                written += count;
                return count;
            }

            @Override
            public boolean isOpen() {
                return real.isOpen();
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    private Fetched fetch(Request request) throws Exception {
        try (Downloader downloader = Downloaders.patient(Optional.empty())) {
            return downloader.fetch(request, InstallProgress.NONE, CancelToken.NEVER);
        }
    }

    private String fails(Request request) {
        return String.valueOf(assertThrows(ModelException.class, () -> fetch(request)).getMessage());
    }

    private Request pinned(URI address) {
        return new Request(address, target(), OptionalLong.of(SIZE), Optional.of(sha256), 1 << 30);
    }

    private Request known(URI address) {
        return new Request(address, target(), OptionalLong.empty(), Optional.empty(), 1 << 30);
    }

    private Path target() {
        return folder.resolve("file");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
