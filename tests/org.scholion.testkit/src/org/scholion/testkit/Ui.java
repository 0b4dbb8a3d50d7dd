package org.scholion.testkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The way from a test's thread to that of the user interface. */
final class Ui {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofMillis(15);

    private Ui() {}

    static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    static void run(Runnable action) {
        get(() -> {
            action.run();
            return null;
        });
    }

    static <T> T get(Supplier<T> action) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> problem = new AtomicReference<>();
        display().syncExec(() -> {
            try {
                result.set(action.get());
            } catch (RuntimeException | Error e) {
                problem.set(e);
            }
        });
        if (problem.get() instanceof BotException bot) {
            throw bot;
        }
        if (problem.get() instanceof Error error) {
            throw error;
        }
        if (problem.get() != null) {
            throw new BotException("in the thread of the user interface: " + problem.get(), problem.get());
        }
        return result.get();
    }

    /** Runs something that may not come back before a dialog is closed. */
    static void later(Runnable action) {
        display().asyncExec(action);
    }

    static void waitUntil(Condition condition, String what, Duration patience) {
        waitUntil(condition, () -> what, patience);
    }

    /** In the thread of the user interface, where waiting would stop what is waited for, the condition must hold at once. */
    static void waitUntil(Condition condition, Supplier<String> what, Duration patience) {
        boolean mayWait = Display.getCurrent() == null;
        long deadline = System.nanoTime() + patience.toNanos();
        while (!holds(condition)) {
            if (!mayWait || System.nanoTime() > deadline) {
                throw new BotException("after " + (mayWait ? patience.toMillis() : 0) + " ms still not: " + what.get());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** A condition about a widget that is not there does not hold. */
    private static boolean holds(Condition condition) {
        try {
            return get(condition::test);
        } catch (BotException e) {
            if (e.getCause() != null) {
                throw e;
            }
            return false;
        }
    }
}
