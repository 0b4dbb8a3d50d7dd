package org.scholion.inference.internal.store;

import java.util.concurrent.TimeUnit;
import org.scholion.inference.store.InstallProgress;

/** Passes on the beginning and the end of each step, and between them not more than ten reports a second. For one thread. */
final class CalmProgress implements InstallProgress {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final InstallProgress listener;
    private String lastStep = "";
    private long lastNanos;

    CalmProgress(InstallProgress listener) {
        this.listener = listener;
    }

    @Override
    public void report(String step, long done, long total) {
        long now = System.nanoTime();
        if (!step.equals(lastStep) || done == total || now - lastNanos >= INTERVAL_NANOS) {
            lastStep = step;
            lastNanos = now;
            listener.report(step, done, total);
        }
    }
}
