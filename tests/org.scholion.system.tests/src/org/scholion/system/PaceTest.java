package org.scholion.system;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.scholion.text.CancelledException;

class PaceTest {

    @Test
    void aRealPauseEndsWhenItIsCancelled() {
        AtomicInteger looks = new AtomicInteger();
        assertThrows(CancelledException.class, () -> Pace.SYSTEM.pause(Duration.ofHours(1), () -> looks.incrementAndGet() > 2));
    }

    @Test
    void aRealPauseEndsByItself() throws CancelledException {
        AtomicInteger looks = new AtomicInteger();
        Pace.SYSTEM.pause(Duration.ofMillis(1), () -> looks.incrementAndGet() > 1000);
        assertTrue(looks.get() < 1000);
    }
}
