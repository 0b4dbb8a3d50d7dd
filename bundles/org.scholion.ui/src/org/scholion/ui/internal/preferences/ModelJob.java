package org.scholion.ui.internal.preferences;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.scholion.inference.ModelException;
import org.scholion.inference.store.InstallProgress;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Something that is done with models on disk, with progress and cancel in the progress view. */
final class ModelJob extends ScholionJob {

    private static final int TICKS = 1000;

    /** What is done. */
    @FunctionalInterface
    interface Work {

        /** Returns what to tell the user; empty for nothing. */
        String run(InstallProgress progress, CancelToken cancel) throws ModelException, CancelledException;
    }

    /** Hears how it ended, in the thread of the job. */
    @FunctionalInterface
    interface Ending {

        /**
         * It ended.
         *
         * @param message to show
         * @param failed whether the message says what did not work
         */
        void ended(String message, boolean failed);
    }

    private final Work work;
    private final Ending ending;

    ModelJob(String name, Work work, Ending ending) {
        super(name, JobFamily.MODEL, Job.LONG);
        this.work = work;
        this.ending = ending;
        setUser(true);
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
        progress.setWorkRemaining(TICKS);
        try {
            ending.ended(work.run((step, done, total) -> show(progress, step, done, total), cancel), false);
        } catch (ModelException e) {
            // the message is for the user and stands on the page: no details are worth a log entry
            ending.ended(String.valueOf(e.getMessage()), true);
        } catch (CancelledException e) {
            ending.ended("", false);
            throw e;
        }
    }

    private static void show(SubMonitor progress, String step, long done, long total) {
        progress.subTask(step + (total > 0 ? "  " + done * 100 / total + " %" : ""));
        // how many steps come is not known: each takes a part of what is left
        progress.setWorkRemaining(TICKS).worked(1);
    }
}
