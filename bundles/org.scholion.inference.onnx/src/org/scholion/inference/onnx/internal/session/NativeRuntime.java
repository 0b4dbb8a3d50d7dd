package org.scholion.inference.onnx.internal.session;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.scholion.text.CancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ONNX Runtime in this process, from its first use until the process ends. Its library is not to be used any more when the process
 * frees its memory at the end, and does not look after that itself: so the end refuses new calls, terminates those that run, and waits
 * for them. Thread-safe.
 */
final class NativeRuntime {

    /** The loading of a graph cannot be terminated; a process that is told to end is mostly given about this time. */
    private static final Duration MOST_WAIT = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(NativeRuntime.class);
    private static final NativeRuntime OF_PROCESS = ofProcess();

    private final Set<Call> running = new HashSet<>();
    private boolean held;
    private boolean ended;

    NativeRuntime() {}

    static NativeRuntime get() {
        return OF_PROCESS;
    }

    private static NativeRuntime ofProcess() {
        NativeRuntime runtime = new NativeRuntime();
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> runtime.end(MOST_WAIT), "end of ONNX Runtime"));
        } catch (IllegalStateException e) {
            // the process ends already
            runtime.end(Duration.ZERO);
        }
        return runtime;
    }

    /**
     * What all sessions share; made at the first call. To be asked within a {@link Call}.
     *
     * @throws CancelledException when the process ends
     */
    OrtEnvironment environment() throws CancelledException {
        synchronized (running) {
            if (!held) {
                held = true;
                hold();
            }
        }
        try {
            return OrtEnvironment.getEnvironment();
        } catch (IllegalStateException e) {
            if (e.getCause() == null) {
                // its hook was not taken any more
                throw new CancelledException();
            }
            throw e;
        }
    }

    /**
     * Takes a hold of the environment that is never released. When a process ends, ONNX Runtime releases the environment in a hook of
     * its own, which comes before ours or after it, and would delete what running calls use. The environment counts its holds, so that
     * this release deletes nothing. The interface for Java gives no second hold, the native function below it does.
     */
    private static void hold() {
        try {
            ClassLoader loader = OrtEnvironment.class.getClassLoader();
            // loads the library
            Class.forName(OrtEnvironment.class.getName(), true, loader);
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime", true, loader).getDeclaredField("ortApiHandle");
            api.setAccessible(true);
            Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            create.setAccessible(true);
            create.invoke(null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(), OrtEnvironment.DEFAULT_NAME);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("this ONNX Runtime may crash when the process ends while a model is used", e);
        }
    }

    /**
     * Begins a native call.
     *
     * @param terminate ends it early; called at most once, by another thread, perhaps after the call is closed
     * @return closed by the caller after the native call
     * @throws CancelledException when the process ends
     */
    Call begin(Runnable terminate) throws CancelledException {
        Call call = new Call(terminate);
        synchronized (running) {
            if (ended) {
                throw new CancelledException();
            }
            running.add(call);
        }
        return call;
    }

    /** Refuses calls from now on, terminates those that run, and waits until they are closed, but no longer than {@code mostWait}. */
    void end(Duration mostWait) {
        List<Call> left;
        synchronized (running) {
            ended = true;
            left = List.copyOf(running);
        }
        // without the lock: a call that is terminated may wait for its own
        left.forEach(call -> call.terminate.run());
        long until = System.nanoTime() + mostWait.toNanos();
        synchronized (running) {
            try {
                for (long nanos = mostWait.toNanos(); nanos > 0 && !running.isEmpty(); nanos = until - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(running, nanos);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether the process ends. */
    boolean isEnded() {
        synchronized (running) {
            return ended;
        }
    }

    /** A native call that runs. */
    final class Call implements AutoCloseable {

        private final Runnable terminate;

        private Call(Runnable terminate) {
            this.terminate = terminate;
        }

        @Override
        public void close() {
            synchronized (running) {
                running.remove(this);
                running.notifyAll();
            }
        }
    }
}
