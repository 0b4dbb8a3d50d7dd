package org.scholion.library.internal.online;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.scholion.system.Pace;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Time that passes when it is looked at; pauses end at once, move the time and are noted. */
final class FakePace implements Pace {

    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final long nanosPerLook;
    private long nanos;

    FakePace(Duration perLook) {
        nanosPerLook = perLook.toNanos();
    }

    @Override
    public synchronized long nanos() {
        nanos += nanosPerLook;
        return nanos;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public synchronized void pause(Duration length, CancelToken cancel) throws CancelledException {
        cancel.check();
        pauses.add(length);
        nanos += length.toNanos();
    }
}
