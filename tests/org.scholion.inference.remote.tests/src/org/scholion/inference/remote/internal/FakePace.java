package org.scholion.inference.remote.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.scholion.system.Pace;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Time that passes when it is looked at; pauses end at once and are noted. */
class FakePace implements Pace {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    final List<Duration> pauses = new ArrayList<>();
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
        return NOW;
    }

    @Override
    public void pause(Duration length, CancelToken cancel) throws CancelledException {
        cancel.check();
        pauses.add(length);
    }
}
