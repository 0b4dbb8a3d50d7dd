package org.scholion.ui.latex.internal.bib.dialog;

import java.util.function.Consumer;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Display;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Works something out behind the user interface and hands it over in its thread, unless it was cancelled. */
@NonNullByDefault
final class Computation<T> extends ScholionJob {

    private final Task<T> task;
    private final Display display;
    private final Consumer<T> done;
    private volatile boolean outdated;

    /** What is worked out. */
    @FunctionalInterface
    interface Task<T> {
        T run(CancelToken cancel) throws CancelledException;
    }

    Computation(String name, Task<T> task, Display display, Consumer<T> done) {
        super(name, JobFamily.WRITE, Job.LONG);
        this.task = task;
        this.display = display;
        this.done = done;
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
        T result = task.run(cancel);
        cancel.check();
        display.asyncExec(() -> {
            if (!outdated) {
                done.accept(result);
            }
        });
    }

    /** Nobody wants the result any more. In the thread of the user interface. */
    void abandon() {
        outdated = true;
        cancel();
    }
}
