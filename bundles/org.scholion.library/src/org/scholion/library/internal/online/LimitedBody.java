package org.scholion.library.internal.online;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Writes the body of an answer away as it comes, up to a limit. */
@NonNullByDefault({})
final class LimitedBody implements BodySubscriber<Long> {

    /** More came than is taken. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("too large");
        }
    }

    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private final OutputStream sink;
    private final long limit;
    private final boolean cuts;
    private final AtomicLong count;
    private Flow.@Nullable Subscription subscription;

    /**
     * @param sink not closed
     * @param cuts whether what is beyond the limit is left out; else it is an error
     * @param count goes up with each byte, so that others see whether any come
     */
    LimitedBody(OutputStream sink, long limit, boolean cuts, AtomicLong count) {
        this.sink = sink;
        this.limit = limit;
        this.cuts = cuts;
        this.count = count;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        Flow.Subscription source = subscription;
        if (source == null || done.isDone()) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                long room = limit - count.get();
                if (bytes.length > room) {
                    sink.write(bytes, 0, (int) Math.max(0, room));
                    source.cancel();
                    if (cuts) {
                        done.complete(limit);
                    } else {
                        done.completeExceptionally(new TooLarge());
                    }
                    return;
                }
                sink.write(bytes);
                count.addAndGet(bytes.length);
            }
            source.request(1);
        } catch (IOException e) {
            source.cancel();
            done.completeExceptionally(new SinkFailed(e));
        }
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        done.complete(count.get());
    }

    /** This machine could not keep what came. */
    static final class SinkFailed extends IOException {
        private static final long serialVersionUID = 1L;

        SinkFailed(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
