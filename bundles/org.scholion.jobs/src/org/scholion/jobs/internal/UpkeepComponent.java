package org.scholion.jobs.internal;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scholion.inference.ModelUpkeep;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.text.CancelToken;

/** The clock of the models: once a minute those that nobody has used for a while are unloaded. */
public final class UpkeepComponent {

    private static final long INTERVAL_MILLIS = 60_000;

    private final BundleContext context;
    private final ScholionJob job;
    private volatile boolean stopped;

    public UpkeepComponent(BundleContext context) {
        this.context = context;
        job = new ScholionJob(Messages.job_upkeep, JobFamily.MODEL, Job.DECORATE) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) {
                unloadIdle();
                if (!stopped) {
                    schedule(INTERVAL_MILLIS);
                }
            }
        };
        job.setSystem(true);
        job.schedule(INTERVAL_MILLIS);
    }

    void deactivate() {
        stopped = true;
        job.cancel();
    }

    /** Asks nobody to start for it: where no one has used models, none is loaded. */
    void unloadIdle() {
        ServiceReference<ModelUpkeep> reference = context.getServiceReference(ModelUpkeep.class);
        if (reference == null || reference.getUsingBundles() == null) {
            return;
        }
        ModelUpkeep upkeep = context.getService(reference);
        if (upkeep != null) {
            upkeep.unloadIdle();
            context.ungetService(reference);
        }
    }
}
