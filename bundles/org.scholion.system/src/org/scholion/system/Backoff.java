package org.scholion.system;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a request is tried again: after about the first wait, twice and four times as long, or when the server says so. The waits are drawn
 * from their upper half, so that many writers do not come back at the same moment. Thread-safe when its random is.
 *
 * @param first the longest that the first wait can be
 * @param random of the waits
 */
public record Backoff(Duration first, RandomGenerator random) {

    public static final int MAX_TRIES = 4;

    /** Nobody is let wait longer for a server that asks for it. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    /**
     * The next wait.
     *
     * @param failed how many tries failed, from 1 to {@link #MAX_TRIES}
     */
    public Duration wait(int failed) {
        long whole = first.toMillis() << (failed - 1);
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }

    /** Whether a status is one that may be another at the next try. */
    public static boolean isPassing(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500 && status != 501 && status != 505;
    }

    /** What {@code Retry-After} says, in either of its forms; never negative. */
    public static Optional<Duration> asked(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After").map(String::strip).flatMap(text -> asked(text, now));
    }

    private static Optional<Duration> asked(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration until = Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            // not a date: as if nothing was said
            return Optional.empty();
        }
    }
}
