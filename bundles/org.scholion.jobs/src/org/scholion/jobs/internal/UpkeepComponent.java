package org.scholion.jobs.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scholion.inference.ModelUpkeep;

/** The clock of the models: once a minute those that nobody has used for a while are unloaded. */
public final class UpkeepComponent {

    private static final long INTERVAL_MILLIS = 60_000;

    private final BundleContext context;
    private final Job job;
    private volatile boolean stopped;

    public UpkeepComponent(BundleContext context) {
        this.context = context;
        // of no family: whoever waits for the end of a family would wait for ever
        job = new Job(Messages.job_upkeep) {
            @Override
            protected IStatus run(@Nullable IProgressMonitor monitor) {
                unloadIdle();
                if (!stopped) {
                    schedule(INTERVAL_MILLIS);
                }
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        job.setPriority(Job.DECORATE);
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
