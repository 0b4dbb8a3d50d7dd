package org.scholion.inference.remote.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Flow;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.system.Pace;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** An answer of a server, of which the headers came. Closing it before its end closes the connection. */
final class Response implements AutoCloseable {

    /** More than any answer: 32 vectors of 16,384 values written out are 10 MiB. */
    static final int MAX_BYTES = 64 << 20;

    private final int status;
    private final HttpHeaders headers;
    private final BodyBytes body = new BodyBytes();
    private final Silence silence;
    private final String address;
    private long byteCount;

    /** @param address for messages */
    Response(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response, Silence silence, String address) {
        status = response.statusCode();
        headers = response.headers();
        this.silence = silence;
        this.address = address;
        response.body().subscribe(body);
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    String address() {
        return address;
    }

    /** The media type in lower case without parameters; empty when the server does not say. */
    String mediaType() {
        return headers.firstValue("Content-Type").orElse("").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The next bytes.
     *
     * @return null at the end
     * @throws IOException when the connection breaks
     * @throws ModelException when the server is silent for too long or sends too much
     */
    byte @Nullable [] next(CancelToken cancel) throws IOException, ModelException, CancelledException {
        long start = silence.start();
        while (true) {
            cancel.check();
            switch (poll()) {
                case BodyBytes.Signal.Portion portion -> {
                    byte[] bytes = portion.toArray();
                    byteCount += bytes.length;
                    if (byteCount > MAX_BYTES) {
                        throw tooLarge();
                    }
                    return bytes;
                }
                case BodyBytes.Signal.End() -> {
                    return null;
                }
                case BodyBytes.Signal.Failure(IOException cause) -> throw cause;
                case null -> silence.check(start);
            }
        }
    }

    private BodyBytes.@Nullable Signal poll() throws CancelledException {
        try {
            return body.poll(Pace.POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** All that is left. */
    byte[] all(CancelToken cancel) throws IOException, ModelException, CancelledException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] bytes = next(cancel); bytes != null; bytes = next(cancel)) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    /** The beginning of what is left, however it ends; about {@code limit} bytes at most. */
    byte[] beginning(int limit, CancelToken cancel) throws CancelledException {
        ByteArrayOutputStream some = new ByteArrayOutputStream();
        try {
            for (byte[] bytes = next(cancel); bytes != null && some.size() < limit; bytes = next(cancel)) {
                some.writeBytes(bytes);
            }
        } catch (IOException | ModelException e) {
            // the status says enough
            return some.toByteArray();
        }
        return some.toByteArray();
    }

    ModelException tooLarge() {
        return new ModelException(NLS.bind(Messages.Answer_large, address));
    }

    @Override
    public void close() {
        body.close();
    }
}
