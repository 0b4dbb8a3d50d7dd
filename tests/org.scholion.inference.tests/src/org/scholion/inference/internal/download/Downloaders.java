package org.scholion.inference.internal.download;

import java.net.URI;
import java.util.Optional;

/** Downloads that are less patient than real ones. */
public final class Downloaders {

    /** What the tests wait for: a stall counts after 300 ms, and a second try begins after 10. */
    static final Timing QUICK = new Timing(2_000, 300, 10, 3);

    private Downloaders() {}

    /** For tests in which no server stalls: on a busy machine nothing is taken for a stall. */
    static final Timing PATIENT = new Timing(30_000, 30_000, 10, 3);

    /** A downloader for tests that do not wait for a stall. */
    public static Downloader patient(Optional<URI> mirror) {
        return new Downloader(mirror, PATIENT, PartFile.OPENER);
    }

    /** A downloader for tests of stalls. */
    public static Downloader quick(Optional<URI> mirror) {
        return new Downloader(mirror, QUICK, PartFile.OPENER);
    }

    static Downloader writingTo(PartFile.Opener opener) {
        return new Downloader(Optional.empty(), PATIENT, opener);
    }
}
