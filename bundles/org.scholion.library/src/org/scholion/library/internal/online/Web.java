package org.scholion.library.internal.online;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.system.Backoff;
import org.scholion.system.Pace;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The way to the sources: the only class that opens connections. Asks nothing of a source that is off, keeps the pace that each wants, tries
 * again what may pass, reads no more than is sensible. Thread-safe; connections are opened by the first request.
 */
final class Web implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_HOPS = 5;

    /**
     * How much may come and how long it may take.
     *
     * @param bytes at most
     * @param idle without a byte
     * @param whole from the request to the last byte
     */
    record Limits(long bytes, Duration idle, Duration whole) {
        static final Limits ANSWER = new Limits(16L << 20, Duration.ofSeconds(20), Duration.ofSeconds(60));
        static final Limits FILE = new Limits(300L << 20, Duration.ofSeconds(30), Duration.ofMinutes(15));
    }

    /** Where an answer goes; made anew for each try. */
    interface Target {
        OutputStream begin() throws IOException;
    }

    /** A try that failed in a way that may pass. */
    private static final class Passing extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient LibraryException explained;
        private final transient Duration asked;

        Passing(LibraryException explained, Duration asked) {
            super(explained);
            this.explained = explained;
            this.asked = asked;
        }
    }

    private final Map<OnlineSource, Gate> gates = new ConcurrentHashMap<>();
    private final Pace pace;
    private final Backoff backoff;
    private @Nullable HttpClient client;

    Web(Pace pace, Backoff backoff) {
        this.pace = pace;
        this.backoff = backoff;
    }

    /**
     * Asks for a text, or takes it from the cache.
     *
     * @return empty when the source has no such thing
     * @throws LibraryException names the source and says what to do
     */
    Optional<String> text(Call call, OnlineSettings settings, CancelToken cancel) throws LibraryException, CancelledException {
        checkOn(call, settings);
        Optional<AnswerCache> cache = settings.cache().map(folder -> new AnswerCache(folder, pace));
        Optional<String> kept = cache.flatMap(known -> known.find(call.address(), call.accept(), call.keep()));
        if (kept.isPresent()) {
            return kept;
        }
        ByteArrayOutputStream[] bytes = {new ByteArrayOutputStream()};
        Target target = () -> {
            bytes[0] = new ByteArrayOutputStream();
            return bytes[0];
        };
        if (!exchange(call, settings, target, Limits.ANSWER, cancel)) {
            return Optional.empty();
        }
        String answer = bytes[0].toString(StandardCharsets.UTF_8);
        return Optional.of(answer.startsWith("\uFEFF") ? answer.substring(1) : answer);
    }

    /** Keeps an answer that was read and made sense. */
    void keep(Call call, OnlineSettings settings, String answer) {
        settings.cache().ifPresent(folder -> new AnswerCache(folder, pace).keep(call.address(), call.accept(), answer));
    }

    /**
     * Asks, a few times where that may help.
     *
     * @return false when the source has no such thing
     */
    boolean exchange(Call call, OnlineSettings settings, Target target, Limits limits, CancelToken cancel)
            throws LibraryException, CancelledException {
        checkOn(call, settings);
        for (int failed = 1; ; failed++) {
            try {
                return attempt(call, settings, target, limits, cancel);
            } catch (Passing e) {
                if (failed == Backoff.MAX_TRIES || e.asked.compareTo(Backoff.LONGEST) > 0) {
                    throw e.explained;
                }
                Duration drawn = backoff.wait(failed);
                pace.pause(e.asked.compareTo(drawn) > 0 ? e.asked : drawn, cancel);
            }
        }
    }

    private static void checkOn(Call call, OnlineSettings settings) throws LibraryException {
        if (!settings.isOn(call.source())) {
            throw new LibraryException(NLS.bind(Messages.source_off, call.source().title()));
        }
    }

    private boolean attempt(Call call, OnlineSettings settings, Target target, Limits limits, CancelToken cancel)
            throws Passing, LibraryException, CancelledException {
        Gate gate = gates.computeIfAbsent(call.source(), source -> new Gate(pace));
        Faults faults = new Faults(call.source(), settings);
        try (Gate.Turn turn = gate.take(Manners.interval(call.source(), settings), cancel)) {
            URI at = call.sent();
            for (int hop = 0; hop <= MAX_HOPS; hop++) {
                HttpResponse<Long> response = send(request(call, settings, at), target, limits, cancel);
                int status = response.statusCode();
                if (status == 200) {
                    checkType(call, response, faults);
                    return true;
                } else if (status == 404 || status == 410) {
                    return false;
                } else if (Backoff.isPassing(status)) {
                    Optional<Duration> asked = Backoff.asked(response.headers(), pace.now());
                    throw new Passing(faults.trouble(status, asked), asked.orElse(Duration.ZERO));
                } else if (status < 300 || status >= 400 || status == 304) {
                    throw faults.refused(status);
                }
                at = next(call, settings, at, response, faults);
            }
            throw faults.moved("…");
        } catch (LimitedBody.SinkFailed e) {
            throw new LibraryException(NLS.bind(Messages.load_failed, e.getMessage()), e);
        } catch (LimitedBody.TooLarge e) {
            throw faults.tooLarge(limits.bytes());
        } catch (Silence e) {
            throw faults.silent();
        } catch (IOException e) {
            throw new Passing(faults.unreachable(e), Duration.ZERO);
        }
    }

    private static void checkType(Call call, HttpResponse<Long> response, Faults faults) throws LibraryException {
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        boolean right = switch (call.accept().replaceFirst(".*[/+]", "")) {
            case "json" -> type.endsWith("json");
            case "xml" -> type.endsWith("xml");
            default -> true;
        };
        if (!right) {
            throw faults.wrongType(type.isEmpty() ? "?" : type);
        }
    }

    /** Where a redirection leads, if it may be followed. */
    private static URI next(Call call, OnlineSettings settings, URI at, HttpResponse<Long> response, Faults faults)
            throws LibraryException {
        String location = response.headers().firstValue("Location").orElse("");
        URI next;
        try {
            next = at.resolve(location);
        } catch (IllegalArgumentException e) {
            throw faults.moved(location);
        }
        if (location.isEmpty() || !isSafe(next, settings.address(call.source()))) {
            throw faults.moved(location);
        }
        if (!call.moves() && !next.getRawAuthority().equals(at.getRawAuthority())) {
            throw faults.moved(next.getRawAuthority());
        }
        return next;
    }

    /** https anywhere; without encryption this machine alone, and only for a source that is on this machine as well. */
    static boolean isSafe(URI address, URI ofSource) {
        String host = address.getHost();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (host == null || address.getRawUserInfo() != null) {
            return false;
        }
        boolean here = OnlineSettings.isLoopback(host);
        boolean sourceIsHere = OnlineSettings.isLoopback(String.valueOf(ofSource.getHost()));
        return here ? sourceIsHere && (scheme.equals("http") || scheme.equals("https")) : scheme.equals("https");
    }

    private static HttpRequest request(Call call, OnlineSettings settings, URI at) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .header("Accept", call.accept())
                .header("User-Agent", settings.contact().isEmpty() ? "Scholion" : "Scholion (mailto:" + settings.contact() + ")");
        if (String.valueOf(at.getRawAuthority()).equals(call.address().getRawAuthority())) {
            call.headers().forEach(request::header);
        }
        return request.build();
    }

    private HttpResponse<Long> send(HttpRequest request, Target target, Limits limits, CancelToken cancel)
            throws IOException, CancelledException {
        AtomicLong count = new AtomicLong();
        OutputStream sink = target.begin();
        Supplier<LimitedBody> wanted = () -> new LimitedBody(sink, limits.bytes(), false, count);
        // what else a server says is not read
        Supplier<LimitedBody> unwanted = () -> new LimitedBody(OutputStream.nullOutputStream(), 16_384, true, count);
        CompletableFuture<HttpResponse<Long>> answer = client()
                .sendAsync(request, info -> info.statusCode() == 200 ? wanted.get() : unwanted.get());
        boolean done = false;
        try (sink) {
            HttpResponse<Long> response = await(answer, count, limits, cancel);
            done = true;
            return response;
        } finally {
            if (!done) {
                answer.cancel(true);
            }
        }
    }

    /** Nothing came for too long. */
    private static final class Silence extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private <T> T await(CompletableFuture<T> answer, AtomicLong count, Limits limits, CancelToken cancel)
            throws IOException, CancelledException {
        long start = pace.nanos();
        long last = start;
        long seen = 0;
        while (true) {
            cancel.check();
            try {
                return answer.get(Pace.POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = pace.nanos();
                last = count.get() == seen ? last : now;
                seen = count.get();
                if (now - last > limits.idle().toNanos() || now - start > limits.whole().toNanos()) {
                    throw new Silence();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (ExecutionException e) {
                throw failure(e);
            }
        }
    }

    /** The client wraps what our own body says. */
    private static IOException failure(ExecutionException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedBody.TooLarge || cause instanceof LimitedBody.SinkFailed) {
                return (IOException) cause;
            }
        }
        return failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
    }

    private synchronized HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();
            client = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        HttpClient open = client;
        client = null;
        if (open != null) {
            open.shutdownNow();
        }
    }
}
