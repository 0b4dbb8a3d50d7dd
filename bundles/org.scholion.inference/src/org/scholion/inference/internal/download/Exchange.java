package org.scholion.inference.internal.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Requests of which each can be given up at once: when it is cancelled, when nothing comes, when the answer is not wanted. */
final class Exchange {

    private static final int MOST_REDIRECTS = 10;

    private final HttpClient client;
    private final Timing timing;

    Exchange(HttpClient client, Timing timing) {
        this.client = client;
        this.timing = timing;
    }

    /** An answer whose body was not read. */
    record Answer(HttpResponse<Publisher<List<ByteBuffer>>> response) {
        int status() {
            return response.statusCode();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** Gives the connection up. */
        void refuse() {
            BodyQueue queue = new BodyQueue();
            response.body().subscribe(queue);
            queue.cancel();
        }
    }

    /**
     * Asks, and follows redirects: from https never to http.
     *
     * @param offset the first wanted byte
     * @param tag the state of the file that this byte must belong to
     */
    Answer ask(URI address, long offset, Optional<String> tag, CancelToken cancel)
            throws ModelException, BrokenException, CancelledException {
        URI place = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(place).header("User-Agent", "Scholion").header("Accept-Encoding", "identity");
            if (offset > 0) {
                request.header("Range", "bytes=" + offset + '-');
                tag.ifPresent(value -> request.header("If-Range", value));
            }
            Answer answer = send(request.build(), cancel);
            if (!isRedirect(answer.status())) {
                return answer;
            }
            answer.refuse();
            place = redirected(address, place, answer.header("Location"));
        }
        throw new ModelException(NLS.bind(Messages.download_redirects, address));
    }

    /** Writes the body behind what {@code channel} has. Returns how many bytes came. */
    long read(URI address, Answer answer, WritableByteChannel channel, LongConsumer progress, PartFile part, long most, CancelToken cancel)
            throws ModelException, BrokenException, CancelledException {
        BodyQueue queue = new BodyQueue();
        answer.response().body().subscribe(queue);
        long count = 0;
        long lastArrival = System.nanoTime();
        try {
            while (true) {
                cancel.check();
                BodyQueue.Event event = queue.poll(Timing.POLL_MILLIS);
                if (event instanceof BodyQueue.End(Throwable problem)) {
                    if (problem != null) {
                        throw new BrokenException(NLS.bind(Messages.download_cut, address), -1);
                    }
                    return count;
                }
                if (event instanceof BodyQueue.Piece(List<ByteBuffer> bytes)) {
                    lastArrival = System.nanoTime();
                    count += write(bytes, channel, part);
                    if (count > most) {
                        throw new ModelException(NLS.bind(Messages.download_length, address));
                    }
                    progress.accept(count);
                } else if (System.nanoTime() - lastArrival > TimeUnit.MILLISECONDS.toNanos(timing.stallMillis())) {
                    throw new BrokenException(NLS.bind(Messages.download_stalled, address, timing.stallMillis() / 1000), -1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            queue.cancel();
        }
    }

    private static long write(List<ByteBuffer> bytes, WritableByteChannel channel, PartFile part) throws ModelException {
        long count = 0;
        try {
            for (ByteBuffer buffer : bytes) {
                while (buffer.hasRemaining()) {
                    count += channel.write(buffer);
                }
            }
        } catch (IOException e) {
            throw part.notWritten(e);
        }
        return count;
    }

    private Answer send(HttpRequest request, CancelToken cancel) throws ModelException, BrokenException, CancelledException {
        CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> future = client.sendAsync(request, BodyHandlers.ofPublisher());
        long start = System.nanoTime();
        try {
            while (true) {
                cancel.check();
                try {
                    return new Answer(future.get(Timing.POLL_MILLIS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    if (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(timing.stallMillis())) {
                        throw new BrokenException(NLS.bind(Messages.download_stalled, request.uri(), timing.stallMillis() / 1000), -1);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw failure(request.uri(), cause == null ? e : cause);
        } finally {
            future.cancel(true);
        }
    }

    /** The exception for a request without an answer: broken when another try may help. */
    private static BrokenException failure(URI address, Throwable problem) throws ModelException {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                throw new ModelException(NLS.bind(Messages.download_unknownHost, address.getHost()), problem);
            }
            if (cause instanceof SSLException) {
                throw new ModelException(NLS.bind(Messages.download_tls, address.getHost(), cause.getMessage()), problem);
            }
            if (cause instanceof ConnectException) {
                return BrokenException.unreachable(NLS.bind(Messages.download_unreachable, address.getHost()));
            }
        }
        return new BrokenException(NLS.bind(Messages.download_cut, address), -1);
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /** Where a redirect leads, when it may be followed. */
    static URI redirected(URI first, URI from, Optional<String> location) throws ModelException {
        URI to;
        try {
            to = from.resolve(location.orElse(""));
        } catch (IllegalArgumentException e) {
            throw new ModelException(NLS.bind(Messages.download_redirects, first), e);
        }
        String scheme = String.valueOf(to.getScheme());
        if (to.getHost() == null || !scheme.equals("https") && !scheme.equals("http")) {
            throw new ModelException(NLS.bind(Messages.download_redirects, first));
        }
        if ("https".equals(from.getScheme()) && scheme.equals("http")) {
            throw new ModelException(NLS.bind(Messages.download_unsafeRedirect, first, to.getHost()));
        }
        return to;
    }
}
