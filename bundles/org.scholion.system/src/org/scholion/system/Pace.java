package org.scholion.system;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Time as requests see it. Thread-safe. */
public interface Pace {

    /** How often a wait looks whether it is cancelled: well below the 100 ms that are promised. */
    long POLL_MILLIS = 20;

    /** The time of this machine. */
    Pace SYSTEM = new Pace() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration length, CancelToken cancel) throws CancelledException {
            CountDownLatch never = new CountDownLatch(1);
            long end = System.nanoTime() + length.toNanos();
            try {
                do {
                    cancel.check();
                } while (!never.await(POLL_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() - end < 0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    };

    /** Of a clock that only goes forward, with any origin. */
    long nanos();

    /** The date, for servers that name one. */
    Instant now();

    /** Waits; an interruption of the thread ends it, too. */
    void pause(Duration length, CancelToken cancel) throws CancelledException;
}
