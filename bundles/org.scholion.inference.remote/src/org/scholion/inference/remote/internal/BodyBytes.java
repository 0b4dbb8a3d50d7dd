package org.scholion.inference.remote.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;

/** The bytes of an answer as they come. The HTTP client puts at most two portions here that nobody took. */
final class BodyBytes implements Flow.Subscriber<List<ByteBuffer>> {

    /** What came. */
    sealed interface Signal {
        /** Some bytes, at least one. */
        record Portion(List<ByteBuffer> bytes) implements Signal {
            byte[] toArray() {
                byte[] array = new byte[bytes.stream().mapToInt(ByteBuffer::remaining).sum()];
                int at = 0;
                for (ByteBuffer part : bytes) {
                    int length = part.remaining();
                    part.get(array, at, length);
                    at += length;
                }
                return array;
            }
        }

        /** Nothing comes any more. */
        record End() implements Signal {}

        /** Nothing comes any more, though something should. */
        record Failure(IOException cause) implements Signal {}
    }

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;
    private boolean closed;

    @Override
    @SuppressWarnings("null")
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        signals.add(new Signal.Portion(bytes));
    }

    @Override
    public void onError(@Nullable Throwable failure) {
        signals.add(new Signal.Failure(failure instanceof IOException cause ? cause : new IOException(failure)));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.End());
    }

    /** @return null when nothing came in time */
    @Nullable
    Signal poll(long timeoutMillis) throws InterruptedException {
        Signal signal = signals.poll(timeoutMillis, TimeUnit.MILLISECONDS);
        if (signal instanceof Signal.Portion) {
            more();
        }
        return signal;
    }

    private synchronized void more() {
        Flow.Subscription wanted = subscription;
        if (wanted != null && !closed) {
            wanted.request(1);
        }
    }

    /** Lets go of the connection, which is closed unless everything came. */
    synchronized void close() {
        Flow.Subscription unwanted = subscription;
        if (!closed && unwanted != null) {
            unwanted.cancel();
        }
        closed = true;
    }
}
