package org.scholion.inference.internal.download;

/**
 * How patient a download is.
 *
 * @param connectMillis until a server answers the call
 * @param stallMillis without a byte, after which a connection counts as broken
 * @param pauseMillis before the second try; doubled before each further one
 * @param tries how often without any progress
 */
record Timing(long connectMillis, long stallMillis, long pauseMillis, int tries) {

    static final Timing STANDARD = new Timing(20_000, 30_000, 1_000, 4);

    /** A connection that gives a little and breaks is tried so often at most. */
    static final int MOST_TRIES = 40;

    /** The longest pause that a server may ask for. */
    static final long MOST_PAUSE_MILLIS = 60_000;

    /** How often a waiting call looks whether it was cancelled. */
    static final long POLL_MILLIS = 25;
}
