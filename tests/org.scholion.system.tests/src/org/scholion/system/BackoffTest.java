package org.scholion.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Optional<Duration> asked(String value) {
        return Backoff.asked(HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, text) -> true), NOW);
    }

    @ParameterizedTest
    @CsvSource({"1, 250, 500", "2, 500, 1000", "3, 1000, 2000"})
    void waitsDoubleAndAreDrawnFromTheirUpperHalf(int failed, long least, long most) {
        Backoff backoff = new Backoff(Duration.ofMillis(500), new SplittableRandom(4));
        for (int i = 0; i < 1000; i++) {
            long millis = backoff.wait(failed).toMillis();
            assertTrue(millis >= least && millis <= most, () -> "seed 4: " + millis);
        }
    }

    @Test
    void serversMayNameSecondsOrADate() {
        assertEquals(Optional.of(Duration.ofSeconds(7)), asked(" 7 "));
        assertEquals(Optional.of(Duration.ofSeconds(30)), asked("Thu, 01 Jan 2026 00:00:30 GMT"));
    }

    @Test
    void aDateInThePastIsNow() {
        assertEquals(Optional.of(Duration.ZERO), asked("Wed, 31 Dec 2025 00:00:00 GMT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "99999999999999999999", ""})
    void nonsenseIsLeftOut(String value) {
        assertEquals(Optional.empty(), asked(value));
    }
}
