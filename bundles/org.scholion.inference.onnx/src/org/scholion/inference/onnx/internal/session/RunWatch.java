package org.scholion.inference.onnx.internal.session;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.scholion.text.CancelToken;

/**
 * Looks at a cancel token while a native run goes on and ends the run when nobody waits for it. A short run is over before the first
 * look. The looks are made by the timer of the JDK, so that there is no thread of ours.
 */
final class RunWatch implements AutoCloseable {

    private static final long POLL_MILLIS = 20;
    private static final Executor LATER = CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS);

    private final CancelToken cancel;
    private final RunOptions options;
    private boolean over;

    private RunWatch(CancelToken cancel, RunOptions options) {
        this.cancel = cancel;
        this.options = options;
    }

    static RunWatch start(CancelToken cancel) throws OrtException {
        RunWatch watch = new RunWatch(cancel, new RunOptions());
        NativeHandles.opened();
        if (cancel != CancelToken.NEVER) {
            LATER.execute(watch::look);
        }
        return watch;
    }

    RunOptions options() {
        return options;
    }

    private synchronized void look() {
        if (over) {
            return;
        }
        if (cancel.isCancelled()) {
            terminate();
        } else {
            LATER.execute(this::look);
        }
    }

    /** Ends the run, unless it is over. */
    synchronized void terminate() {
        if (over) {
            return;
        }
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (!over) {
            over = true;
            options.close();
            NativeHandles.closed();
        }
    }
}
