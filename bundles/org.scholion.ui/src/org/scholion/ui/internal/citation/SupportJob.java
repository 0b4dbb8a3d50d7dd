package org.scholion.ui.internal.citation;

import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.scholion.assist.AssistException;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.citation.VerifiedWork;
import org.scholion.ui.internal.Messages;

/** Looks whether cited works say so. */
final class SupportJob extends ScholionJob {

    private final SupportDialog.Question question;
    private final BiConsumer<List<VerifiedWork>, String> listener;

    /** @param listener hears, from the thread of the job, what was found, or why nothing could be */
    SupportJob(SupportDialog.Question question, BiConsumer<List<VerifiedWork>, String> listener) {
        super(Messages.verify_job, JobFamily.LIBRARY, Job.LONG);
        this.question = question;
        this.listener = listener;
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
        try {
            listener.accept(question.answer(cancel), "");
        } catch (AssistException cannot) {
            // the message is for the author and stands in the dialog
            listener.accept(List.of(), String.valueOf(cannot.getMessage()));
        }
    }
}
