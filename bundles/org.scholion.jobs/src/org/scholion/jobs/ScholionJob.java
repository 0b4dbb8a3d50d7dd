package org.scholion.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.jobs.internal.Messages;
import org.scholion.text.CancelToken;

/** A job of one {@link JobFamily} that knows what a cancellation is. */
public abstract class ScholionJob extends Job {

    private final JobFamily family;

    /**
     * A job with its priority: {@link Job#DECORATE} for passive work, {@link Job#LONG} for what the author asked for.
     *
     * @param name shown to the author while it runs
     */
    protected ScholionJob(String name, JobFamily family, int priority) {
        super(name);
        this.family = family;
        setPriority(priority);
    }

    /**
     * Does the work.
     *
     * @param progress to be split
     * @param cancel cancelled with the job
     * @throws Exception any failure; what is a cancellation ends the job without an error
     */
    protected abstract void work(SubMonitor progress, CancelToken cancel) throws Exception;

    /** Called after {@link #work} failed, before the error is logged. */
    protected void failed(Throwable problem) {
        // most jobs have nothing to add
    }

    @Override
    protected final IStatus run(@Nullable IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor);
        try {
            work(progress, Cancellation.tokenOf(progress));
            return Status.OK_STATUS;
        } catch (Exception problem) {
            IStatus status = Cancellation.statusOf(problem, NLS.bind(Messages.job_failed, getName()));
            if (!status.matches(IStatus.CANCEL)) {
                failed(problem);
            }
            return status;
        }
    }

    @Override
    public final boolean belongsTo(@Nullable Object other) {
        return family == other;
    }
}
