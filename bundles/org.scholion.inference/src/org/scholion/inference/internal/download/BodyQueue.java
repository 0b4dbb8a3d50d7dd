package org.scholion.inference.internal.download;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Hands the pieces of a body to one thread, which may stop waiting at any time. One piece is on the way at most. */
@NonNullByDefault({})
final class BodyQueue implements Subscriber<List<ByteBuffer>> {

    /** What arrives. */
    sealed interface Event permits Piece, End {
        // a piece or the end
    }

    /** Bytes. */
    record Piece(List<ByteBuffer> bytes) implements Event {}

    /** The body is whole, or is not. */
    record End(@Nullable Throwable problem) implements Event {}

    // a piece, and the end behind it
    private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(4);
    private volatile @Nullable Subscription subscription;

    /** The next event, or null when none came in time. */
    @Nullable Event poll(long millis) throws InterruptedException {
        Event event = events.poll(millis, TimeUnit.MILLISECONDS);
        Subscription source = subscription;
        if (event instanceof Piece && source != null) {
            source.request(1);
        }
        return event;
    }

    /** Nobody wants the rest: the connection is closed. */
    void cancel() {
        Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription source) {
        subscription = source;
        source.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        events.add(new Piece(bytes));
    }

    @Override
    public void onError(Throwable problem) {
        events.offer(new End(problem));
    }

    @Override
    public void onComplete() {
        events.offer(new End(null));
    }
}
