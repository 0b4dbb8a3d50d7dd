package org.scholion.inference.remote.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.Turns;
import org.scholion.system.Backoff;
import org.scholion.system.Pace;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The connection to the one server that a model is on. Asks no other address: redirections are not followed. Tries again what may pass,
 * as long as nothing of an answer was given away. Thread-safe; connections are opened by the first request.
 */
final class Server implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /**
     * What is asked.
     *
     * @param path behind the address of the server
     * @param body what is sent; nothing is sent when it is empty
     */
    record Request(String path, Optional<JsonObject> body) {}

    /**
     * Makes something of an answer.
     *
     * @param <T> what is made
     */
    @FunctionalInterface
    interface Reading<T> {
        /**
         * @param turns for steps of the answer
         * @throws IOException when the connection broke before anything was given away, so that the request may be made again
         */
        T read(Response response, Turns turns, CancelToken cancel) throws IOException, ModelException, CancelledException;
    }

    /** A try that failed in a way that may pass. */
    private static final class Passing extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ModelException explained;
        private final transient Optional<Duration> asked;

        Passing(ModelException explained, Optional<Duration> asked) {
            super(explained);
            this.explained = explained;
            this.asked = asked;
        }
    }

    private final RemoteModel model;
    private final Key key;
    private final Pace pace;
    private final Backoff backoff;
    private final Silence silence;
    private @Nullable HttpClient client;
    private boolean closed;

    Server(RemoteModel model, Key key, Pace pace, Backoff backoff) {
        this.model = model;
        this.key = key;
        this.pace = pace;
        this.backoff = backoff;
        silence = new Silence(pace, model.timeoutSeconds(), model.address().toString());
    }

    RemoteModel model() {
        return model;
    }

    /** For messages. */
    String address() {
        return model.address().toString();
    }

    /**
     * Asks and reads the answer, a few times where that may help.
     *
     * @throws ModelException names the address and says what to do
     * @throws CancelledException within 100 ms after {@code cancel} says so; the connection is closed then
     */
    <T> T exchange(Request request, Turns turns, Reading<T> reading, CancelToken cancel) throws ModelException, CancelledException {
        Optional<String> secret = key.find();
        HttpRequest sent = http(request, secret);
        for (int failed = 1; ; failed++) {
            try {
                return attempt(sent, secret, turns, reading, cancel);
            } catch (Passing e) {
                Duration wait = e.asked.orElseGet(() -> Duration.ZERO);
                if (failed == Backoff.MAX_TRIES || wait.compareTo(Backoff.LONGEST) > 0) {
                    throw e.explained;
                }
                Duration drawn = backoff.wait(failed);
                pace.pause(wait.compareTo(drawn) > 0 ? wait : drawn, cancel);
            }
        }
    }

    /** Asks for one JSON object. */
    JsonObject json(Request request, Turns turns, CancelToken cancel) throws ModelException, CancelledException {
        return exchange(
                request,
                turns,
                (response, steps, token) -> {
                    if (!response.mediaType().endsWith("json")) {
                        throw wrongType(response);
                    }
                    try (Turns.Turn turn = steps.take(token)) {
                        return object(response.all(token));
                    }
                },
                cancel);
    }

    /** Asks whether it is there, no matter what it answers. */
    void ping(Request request, Turns turns, CancelToken cancel) throws ModelException, CancelledException {
        exchange(request, turns, (response, steps, token) -> response.status(), cancel);
    }

    /** The object that an answer is. */
    JsonObject object(byte[] bytes) throws ModelException {
        return object(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The object that an answer or a part of it is. */
    JsonObject object(String text) throws ModelException {
        JsonElement element;
        try {
            element = JsonParser.parseString(text);
        } catch (JsonParseException e) {
            throw new ModelException(NLS.bind(Messages.Answer_json, address(), Refusal.shown(text, Optional.empty())), e);
        }
        if (!(element instanceof JsonObject json)) {
            throw new ModelException(NLS.bind(Messages.Answer_json, address(), Refusal.shown(text, Optional.empty())));
        }
        if (json.has("error") && !json.get("error").isJsonNull()) {
            throw new ModelException(
                    NLS.bind(Messages.Answer_error, address(), Refusal.shown(Refusal.reason(json).orElse(""), Optional.empty())));
        }
        return json;
    }

    /** An answer lacks something that its protocol promises. */
    ModelException lacking(String what) {
        return new ModelException(NLS.bind(Messages.Answer_lacks, address(), what));
    }

    ModelException wrongType(Response response) {
        String type = response.mediaType();
        return new ModelException(NLS.bind(Messages.Answer_type, address(), type.isEmpty() ? "?" : Refusal.shown(type, Optional.empty())));
    }

    private HttpRequest http(Request request, Optional<String> secret) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(model.address() + request.path()))
                .header("Accept", "application/json, text/event-stream")
                .header("User-Agent", "Scholion");
        secret.ifPresent(value -> builder.header("Authorization", "Bearer " + value));
        request.body().ifPresent(body -> builder.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
        return builder.build();
    }

    private <T> T attempt(HttpRequest request, Optional<String> secret, Turns turns, Reading<T> reading, CancelToken cancel)
            throws Passing, ModelException, CancelledException {
        try (Response response = send(request, turns, cancel)) {
            if (response.status() / 100 == 2) {
                return reading.read(response, turns, cancel);
            }
            byte[] body = response.beginning(Refusal.MAX_BODY_BYTES, cancel);
            Refusal refusal = Refusal.of(response, body, Backoff.asked(response.headers(), pace.now()), secret);
            ModelException explained = refusal.explained(address(), model.model(), secret.isPresent());
            if (refusal.isPassing()) {
                throw new Passing(explained, refusal.asked());
            }
            throw explained;
        } catch (SSLHandshakeException | SSLPeerUnverifiedException e) {
            throw new ModelException(NLS.bind(Messages.Server_certificate, address(), said(e)), e);
        } catch (IOException e) {
            throw new Passing(new ModelException(NLS.bind(Messages.Server_unreachable, address(), said(e)), e), Optional.empty());
        }
    }

    /** What went wrong, from the innermost cause that says something. */
    private static String said(IOException failure) {
        String text = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            text = message == null || message.isBlank() ? text : message;
        }
        return Refusal.shown(text, Optional.empty());
    }

    private Response send(HttpRequest request, Turns turns, CancelToken cancel) throws IOException, ModelException, CancelledException {
        try (Turns.Turn turn = turns.take(cancel)) {
            CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer =
                    client().sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
            boolean given = false;
            try {
                HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = await(answer, cancel);
                given = true;
                return new Response(response, silence, address());
            } finally {
                if (!given) {
                    // one that comes in this very moment is let go too
                    answer.cancel(true);
                    answer.thenAccept(late -> new Response(late, silence, address()).close());
                }
            }
        }
    }

    private <T> T await(CompletableFuture<T> answer, CancelToken cancel) throws IOException, ModelException, CancelledException {
        long start = silence.start();
        while (true) {
            cancel.check();
            try {
                return answer.get(Pace.POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                silence.check(start);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
            }
        }
    }

    /** HTTP 1.1 only: an upgrade to HTTP 2 in the clear confuses some servers, and closing a connection tells every server to stop. */
    private synchronized HttpClient client() {
        if (closed) {
            throw new IllegalStateException("closed: " + address());
        }
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
        closed = true;
        if (open != null) {
            open.shutdownNow();
        }
    }
}
