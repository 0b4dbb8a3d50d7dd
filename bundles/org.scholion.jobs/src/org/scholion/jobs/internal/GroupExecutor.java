package org.scholion.jobs.internal;

import java.util.Objects;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobGroup;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.jobs.JobExecutor;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.text.CancelToken;

/** Runs every part as a job of one group, so that no more run at once than the machine has processors. */
public final class GroupExecutor implements JobExecutor {

    private final int parallelism = Math.max(1, Runtime.getRuntime().availableProcessors());
    private final JobGroup group = new JobGroup(Messages.job_part, Math.max(1, parallelism - 1), 0);

    @Override
    public int parallelism() {
        return parallelism;
    }

    @Override
    public void execute(@Nullable Runnable part) {
        Runnable given = Objects.requireNonNull(part);
        ScholionJob job = new ScholionJob(Messages.job_part, JobFamily.PART, Job.LONG) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) {
                given.run();
            }
        };
        job.setSystem(true);
        job.setJobGroup(group);
        job.schedule();
    }
}
