package org.scholion.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Decides for all jobs and handlers what was a cancellation and what was an error. */
public final class Cancellation {

    private static final String BUNDLE = "org.scholion.jobs";

    private Cancellation() {}

    /** The token that is cancelled with {@code monitor}. */
    public static CancelToken tokenOf(IProgressMonitor monitor) {
        return monitor::isCanceled;
    }

    /** Whether {@code problem} only says that nobody waits any more. Sets the thread's interrupt flag again where it was an interruption. */
    public static boolean isCancellation(Throwable problem) {
        if (problem instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return true;
        }
        return problem instanceof CancelledException || problem instanceof OperationCanceledException;
    }

    /**
     * How a job that ended with {@code problem} reports it: {@link Status#CANCEL_STATUS}, which nobody logs, or an error.
     *
     * @param message for the author: what did not work and what to do
     */
    public static IStatus statusOf(Throwable problem, String message) {
        return isCancellation(problem) ? Status.CANCEL_STATUS : new Status(IStatus.ERROR, BUNDLE, message, problem);
    }
}
