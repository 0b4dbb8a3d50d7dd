package org.scholion.cli.internal.command;

import java.io.PrintStream;
import org.scholion.cli.internal.Console;

/** One line on standard error that says how far the work is; nothing when no person would see it. Thread-safe. */
final class ProgressLine implements AutoCloseable {

    private static final long INTERVAL_NANOS = 80_000_000;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final boolean shown;
    private long last;
    private boolean dirty;

    ProgressLine(Console console) {
        err = console.err();
        shown = console.terminals().contains(Console.Stream.ERR);
    }

    synchronized void show(String text) {
        long now = System.nanoTime();
        if (shown && (!dirty || now - last >= INTERVAL_NANOS)) {
            err.print(CLEAR + text);
            err.flush();
            last = now;
            dirty = true;
        }
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (dirty) {
            err.print(CLEAR);
            err.flush();
            dirty = false;
        }
    }
}
