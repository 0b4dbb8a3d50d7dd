package org.scholion.ui.internal;

import java.util.Arrays;
import org.eclipse.core.runtime.jobs.Job;
import org.scholion.jobs.JobFamily;

/** The background work of Scholion. */
final class Jobs {

    private Jobs() {}

    static boolean areIdle() {
        return Arrays.stream(JobFamily.values()).allMatch(family -> Job.getJobManager().find(family).length == 0);
    }
}
