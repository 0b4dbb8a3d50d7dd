package org.scholion.inference.internal.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.scholion.inference.Priority;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Lets one step of a model run at a time: the most urgent of those who wait, among equals the first who came. A thread that has a turn
 * must not ask for another.
 */
final class TurnGate {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Priority, Deque<Waiter>> waiting = new EnumMap<>(Priority.class);
    private boolean taken;

    TurnGate() {
        for (Priority priority : Priority.values()) {
            waiting.put(priority, new ArrayDeque<>());
        }
    }

    private static final class Waiter {
        private final Condition called;
        private boolean granted;

        Waiter(Condition called) {
            this.called = called;
        }
    }

    /** Turns of that priority. */
    Turns at(Priority priority) {
        return cancel -> take(priority, cancel);
    }

    /** How many wait. */
    int waitingCount() {
        lock.lock();
        try {
            return waiting.values().stream().mapToInt(Deque::size).sum();
        } finally {
            lock.unlock();
        }
    }

    private Turns.Turn take(Priority priority, CancelToken cancel) throws CancelledException {
        cancel.check();
        lock.lock();
        try {
            if (taken) {
                await(queue(priority), cancel);
            }
            // else nobody waits: a turn that ends goes to whoever waits
            taken = true;
            return new OneTurn();
        } finally {
            lock.unlock();
        }
    }

    private void await(Deque<Waiter> queue, CancelToken cancel) throws CancelledException {
        Waiter waiter = new Waiter(lock.newCondition());
        queue.add(waiter);
        boolean goes = false;
        try {
            while (!waiter.granted) {
                cancel.check();
                waiter.called.awaitNanos(POLL_NANOS);
            }
            cancel.check();
            goes = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            if (!goes) {
                queue.remove(waiter);
                if (waiter.granted) {
                    passOn();
                }
            }
        }
    }

    /** With the lock. */
    private void passOn() {
        for (Priority priority : Priority.values()) {
            Waiter next = queue(priority).poll();
            if (next != null) {
                next.granted = true;
                next.called.signal();
                return;
            }
        }
        taken = false;
    }

    private Deque<Waiter> queue(Priority priority) {
        return waiting.computeIfAbsent(priority, missing -> new ArrayDeque<>());
    }

    private final class OneTurn implements Turns.Turn {
        private boolean ended;

        @Override
        public void close() {
            lock.lock();
            try {
                if (!ended) {
                    ended = true;
                    passOn();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
