package org.scholion.jobs;

import java.util.concurrent.Executor;

/** Runs parts of a work as Eclipse jobs, a few at once. An OSGi service; thread-safe; works without a window. */
public interface JobExecutor extends Executor {

    /** How many parts may run at once, the caller's own included; at least 1. */
    int parallelism();
}
