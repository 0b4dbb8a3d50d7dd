package org.scholion.testkit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;

/** Collects the errors that are logged, so that a test can fail on them. */
public final class LoggedErrors implements ILogListener, AutoCloseable {

    private final List<IStatus> errors = new ArrayList<>();

    public LoggedErrors() {
        Platform.addLogListener(this);
    }

    @Override
    public synchronized void logging(IStatus status, String plugin) {
        if (status.matches(IStatus.ERROR)) {
            errors.add(status);
        }
    }

    /** What was logged since the last call. */
    public synchronized List<IStatus> take() {
        List<IStatus> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    @Override
    public void close() {
        Platform.removeLogListener(this);
    }
}
