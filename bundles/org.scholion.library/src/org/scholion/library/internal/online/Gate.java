package org.scholion.library.internal.online;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.scholion.system.Pace;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Lets one request at a time go to a source, and none too soon after the last one. Whoever comes first goes first. */
final class Gate {

    /** To be closed when the request ended. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private final Semaphore free = new Semaphore(1, true);
    private final Pace pace;
    private boolean used;
    private long next;

    Gate(Pace pace) {
        this.pace = pace;
    }

    /** @param interval from this request to the next one */
    Turn take(Duration interval, CancelToken cancel) throws CancelledException {
        try {
            do {
                cancel.check();
            } while (!free.tryAcquire(Pace.POLL_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        boolean taken = false;
        try {
            long wait = used ? next - pace.nanos() : 0;
            if (wait > 0) {
                pace.pause(Duration.ofNanos(wait), cancel);
            }
            used = true;
            next = pace.nanos() + interval.toNanos();
            taken = true;
            return free::release;
        } finally {
            if (!taken) {
                free.release();
            }
        }
    }
}
