package org.scholion.ui.internal.citation;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.scholion.assist.AssistException;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.citation.CitationAnswer;
import org.scholion.ui.citation.PaperCitations;
import org.scholion.ui.internal.Messages;

/** Answers the newest question; an older one is given up. */
final class CitationsJob extends ScholionJob {

    /** So many works show. */
    static final int MOST = 30;

    /** An answer, or why there is none. */
    record Result(Optional<CitationAnswer> answer, String failure) {}

    private final PaperCitations citations;
    private final BiConsumer<CitationQuestion, Result> listener;
    private volatile Optional<CitationQuestion> question = Optional.empty();

    /** @param listener hears from the thread of the job */
    CitationsJob(PaperCitations citations, BiConsumer<CitationQuestion, Result> listener) {
        super(Messages.citations_job, JobFamily.LIBRARY, Job.SHORT);
        this.citations = citations;
        this.listener = listener;
        setSystem(true);
    }

    /** Asks after a moment, unless another question comes before. */
    void ask(CitationQuestion newest, long delayMillis) {
        question = Optional.of(newest);
        cancel();
        schedule(delayMillis);
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
        Optional<CitationQuestion> asked = question;
        if (asked.isEmpty()) {
            return;
        }
        CitationQuestion one = asked.get();
        Result result;
        try {
            CitationAnswer answer = one.search().isBlank()
                    ? citations.at(one.file(), one.offset(), MOST, cancel)
                    : citations.search(one.file(), one.search(), MOST, cancel);
            result = new Result(Optional.of(answer), "");
        } catch (AssistException cannot) {
            // the message is for the author and stands in the view
            result = new Result(Optional.empty(), String.valueOf(cannot.getMessage()));
        }
        listener.accept(one, result);
    }
}
