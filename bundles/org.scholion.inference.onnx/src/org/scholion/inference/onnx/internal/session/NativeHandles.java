package org.scholion.inference.onnx.internal.session;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what was opened and not closed, for tests and for the status. Thread-safe. */
public final class NativeHandles {

    private static final AtomicInteger OPEN = new AtomicInteger();

    private NativeHandles() {}

    /** How many native objects of ours are open in this process. */
    public static int open() {
        return OPEN.get();
    }

    public static void opened() {
        OPEN.incrementAndGet();
    }

    public static void closed() {
        OPEN.decrementAndGet();
    }
}
