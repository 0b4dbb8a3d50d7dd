package org.scholion.inference.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.scholion.inference.Priority;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class TurnGateTest {

    private final TurnGate gate = new TurnGate();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @Test
    void theMostUrgentGoesFirstAndEqualsInTheirOrder() throws Exception {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        try (Turns.Turn held = gate.at(Priority.BACKGROUND).take(CancelToken.NEVER)) {
            all.add(waiting(Priority.BACKGROUND, "b1"));
            all.add(waiting(Priority.BACKGROUND, "b2"));
            all.add(waiting(Priority.VISIBLE, "v1"));
            all.add(waiting(Priority.INTERACTIVE, "i1"));
            all.add(waiting(Priority.INTERACTIVE, "i2"));
        }
        for (CompletableFuture<Void> one : all) {
            one.get();
        }
        assertEquals(List.of("i1", "i2", "v1", "b1", "b2"), order);
    }

    @Test
    void aWaitingCallIsCancelledWhileTheTurnIsHeld() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        try (Turns.Turn held = gate.at(Priority.BACKGROUND).take(CancelToken.NEVER)) {
            CompletableFuture<Void> waiter = CompletableFuture.runAsync(
                    () -> assertThrows(CancelledException.class, () -> gate.at(Priority.VISIBLE).take(cancelled::get)));
            awaitWaiting(1);
            cancelled.set(true);
            waiter.get(30, TimeUnit.SECONDS);
        }
        assertEquals(0, gate.waitingCount());
    }

    @Test
    void aTurnIsGivenBackOnce() throws Exception {
        Turns.Turn first = gate.at(Priority.BACKGROUND).take(CancelToken.NEVER);
        first.close();
        Turns.Turn second = gate.at(Priority.BACKGROUND).take(CancelToken.NEVER);
        first.close();
        CompletableFuture<Void> third = waiting(Priority.INTERACTIVE, "third");
        assertEquals(List.of(), order);
        second.close();
        third.get();
    }

    @Test
    void oneStepRunsAtATime() throws Exception {
        AtomicLong inside = new AtomicLong();
        AtomicLong most = new AtomicLong();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Priority priority = Priority.values()[i % 3];
            all.add(CompletableFuture.runAsync(() -> {
                for (int step = 0; step < 500; step++) {
                    try (Turns.Turn turn = gate.at(priority).take(CancelToken.NEVER)) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        inside.decrementAndGet();
                    } catch (CancelledException e) {
                        throw new AssertionError(e);
                    }
                }
            }));
        }
        for (CompletableFuture<Void> one : all) {
            one.get();
        }
        assertEquals(1, most.get());
    }

    /** Starts a call that waits; returns when it does. */
    private CompletableFuture<Void> waiting(Priority priority, String name) {
        int before = gate.waitingCount();
        CompletableFuture<Void> call = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (Turns.Turn turn = gate.at(priority).take(CancelToken.NEVER)) {
                order.add(name);
                call.complete(null);
            } catch (CancelledException e) {
                call.completeExceptionally(e);
            }
        });
        awaitWaiting(before + 1);
        return call;
    }

    private void awaitWaiting(int count) {
        while (gate.waitingCount() < count) {
            Thread.onSpinWait();
        }
    }
}
