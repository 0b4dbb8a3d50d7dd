package org.scholion.ui.internal.draft;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.AssistException;
import org.scholion.assist.drafts.Draft;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.internal.CurrentPapers;

/** Writes what was asked for last; an older request is given up. */
final class DraftJob extends ScholionJob {

    /** A text, or why there is none. */
    record Result(Optional<WrittenDraft> written, String failure) {}

    private final CurrentPapers papers;
    private final BiConsumer<DraftRequest, Result> listener;
    private volatile Optional<DraftRequest> request = Optional.empty();

    /** @param listener hears from the thread of the job; not of requests that were given up */
    DraftJob(CurrentPapers papers, BiConsumer<DraftRequest, Result> listener) {
        super(Messages.job_write, JobFamily.DRAFT, Job.LONG);
        this.papers = papers;
        this.listener = listener;
    }

    void write(DraftRequest newest) {
        request = Optional.of(newest);
        cancel();
        setName(NLS.bind(Messages.job_writeWhat, newest.task().label(), newest.file().getFileName()));
        schedule();
    }

    /** Gives up what is being written. */
    void stop() {
        request = Optional.empty();
        cancel();
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
        Optional<DraftRequest> asked = request;
        if (asked.isEmpty()) {
            return;
        }
        progress.setWorkRemaining(1);
        Result result = result(asked.get(), cancel);
        cancel.check();
        listener.accept(asked.get(), result);
    }

    @Override
    protected void failed(Throwable problem) {
        request.ifPresent(asked -> listener.accept(asked, new Result(Optional.empty(), Messages.view_failed)));
    }

    private Result result(DraftRequest asked, CancelToken cancel) throws CancelledException {
        try {
            Optional<Manuscript> paper = papers.manuscript(asked.file(), cancel);
            if (paper.isEmpty()) {
                return new Result(Optional.empty(), Messages.view_notFound);
            }
            long begun = System.nanoTime();
            Draft draft = asked.write(paper.get(), cancel);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            return new Result(Optional.of(new WrittenDraft(asked, paper.get(), draft, millis)), "");
        } catch (AssistException cannot) {
            // the message is for the author and stands in the view
            return new Result(Optional.empty(), String.valueOf(cannot.getMessage()));
        }
    }
}
