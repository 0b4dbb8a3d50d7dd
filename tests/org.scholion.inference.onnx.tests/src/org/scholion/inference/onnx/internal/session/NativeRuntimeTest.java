package org.scholion.inference.onnx.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.scholion.text.CancelledException;

class NativeRuntimeTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final NativeRuntime runtime = new NativeRuntime();

    @Test
    void theEndTerminatesWhatRunsAndWaitsForIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch terminated = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        Thread user = new Thread(() -> {
            try (NativeRuntime.Call call = runtime.begin(terminated::countDown)) {
                begun.countDown();
                terminated.await();
                over.set(true);
            } catch (CancelledException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        user.start();
        begun.await();
        runtime.end(LONG);
        assertTrue(over.get());
        user.join();
    }

    @Test
    void afterTheEndNothingBegins() throws Exception {
        assertFalse(runtime.isEnded());
        runtime.end(LONG);
        assertTrue(runtime.isEnded());
        assertThrows(CancelledException.class, () -> runtime.begin(() -> {
            // never called
        }));
    }

    @Test
    void theEndDoesNotWaitForeverForACallThatGoesOn() throws Exception {
        AtomicInteger terminated = new AtomicInteger();
        try (NativeRuntime.Call call = runtime.begin(terminated::incrementAndGet)) {
            runtime.end(Duration.ofMillis(1));
        }
        assertEquals(1, terminated.get());
    }

    @Test
    void whatIsOverIsNotTerminated() throws Exception {
        AtomicInteger terminated = new AtomicInteger();
        runtime.begin(terminated::incrementAndGet).close();
        runtime.end(LONG);
        assertEquals(0, terminated.get());
    }
}
