package org.scholion.ui.internal.library;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.library.LibraryException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Answers the newest question; an older one is given up. */
final class LibrarySearchJob extends ScholionJob {

    private final BiConsumer<LibraryQuestion, LibraryAnswer> listener;
    private volatile Optional<LibraryQuestion> question = Optional.empty();

    private LibrarySearchJob(String name, JobFamily family, int priority, BiConsumer<LibraryQuestion, LibraryAnswer> listener) {
        super(name, family, priority);
        this.listener = listener;
    }

    /**
     * Searches on this machine, at each pause in typing; the author does not see the job.
     *
     * @param listener hears from the thread of the job
     */
    static LibrarySearchJob onThisMachine(BiConsumer<LibraryQuestion, LibraryAnswer> listener) {
        LibrarySearchJob job = new LibrarySearchJob(Messages.job_search, JobFamily.LIBRARY, Job.SHORT, listener);
        job.setSystem(true);
        return job;
    }

    /** Searches an online source, when the author says so. */
    static LibrarySearchJob online(BiConsumer<LibraryQuestion, LibraryAnswer> listener) {
        return new LibrarySearchJob(Messages.job_online, JobFamily.ONLINE, Job.LONG, listener);
    }

    void ask(LibraryQuestion newest) {
        question = Optional.of(newest);
        cancel();
        schedule();
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
        Optional<LibraryQuestion> asked = question;
        if (asked.isEmpty()) {
            return;
        }
        LibraryAnswer answer;
        try {
            answer = LibraryServices.search().answer(asked.get(), cancel);
        } catch (LibraryException cannot) {
            // the message is for the author and stands in the view
            answer = LibraryAnswer.failed(String.valueOf(cannot.getLocalizedMessage()));
        }
        cancel.check();
        listener.accept(asked.get(), answer);
    }
}
