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

/** Writes the reference of the selected work in a style; an older selection is given up. */
final class PreviewJob extends ScholionJob {

    /** What to write, and how. */
    record Wanted(WorkRow row, StyleChoice style) {}

    private final BiConsumer<Wanted, RichText> listener;
    private volatile Optional<Wanted> wanted = Optional.empty();

    /** @param listener hears from the thread of the job */
    PreviewJob(BiConsumer<Wanted, RichText> listener) {
        super(Messages.job_preview, JobFamily.LIBRARY, Job.SHORT);
        this.listener = listener;
        setSystem(true);
    }

    void ask(Wanted newest) {
        wanted = Optional.of(newest);
        cancel();
        schedule();
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
        Optional<Wanted> asked = wanted;
        if (asked.isEmpty()) {
            return;
        }
        Wanted one = asked.get();
        RichText reference;
        try {
            reference = RichText.ofHtml(one.style().format(one.row().reference(), cancel).html());
        } catch (LibraryException unusable) {
            // the message is for the author and stands where the reference would
            reference = new RichText.Builder().add(String.valueOf(unusable.getLocalizedMessage())).build();
        }
        listener.accept(one, Details.of(one.row(), reference));
    }
}
