package org.scholion.ui.internal.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Asks the online sources that are on about references, because the author said so. */
final class ReferenceCheckJob extends ScholionJob {

    /** What is asked. */
    enum Question {
        EXISTS,
        RETRACTED
    }

    /** Hears from the thread of the job. */
    interface Listener {
        /** One more reference was looked up, of so many. */
        void line(CheckLine line, int total);

        /** No more lines come. {@code failure} is for the author; empty when all were looked up. */
        void ended(String failure);
    }

    private final Question question;
    private final List<Reference> references;
    private final List<Path> files;
    private final Listener listener;

    /**
     * @param references to ask about
     * @param files whose references are asked about as well
     */
    ReferenceCheckJob(Question question, List<Reference> references, List<Path> files, Listener listener) {
        super(question == Question.EXISTS ? Messages.job_exists : Messages.job_retracted, JobFamily.ONLINE, Job.LONG);
        this.question = question;
        this.references = List.copyOf(references);
        this.files = List.copyOf(files);
        this.listener = listener;
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
        try {
            List<Reference> all = new ArrayList<>(references);
            for (Path file : files) {
                all.addAll(ReferenceFiles.read(file, cancel).references());
            }
            LibrarySearch search = LibraryServices.search();
            OnlineLibrary online = search.online().with(search.access().withKeys());
            boolean able = question == Question.EXISTS
                    ? !online.searches().isEmpty() || !online.lookups().isEmpty()
                    : !online.statusLookups().isEmpty();
            if (!able) {
                throw new LibraryException(Messages.check_noSource);
            }
            progress.setWorkRemaining(all.size());
            for (Reference reference : all) {
                cancel.check();
                progress.subTask(reference.title());
                listener.line(line(online, reference, cancel), all.size());
                progress.worked(1);
            }
            listener.ended(all.isEmpty() ? Messages.check_nothing : "");
        } catch (LibraryException cannot) {
            listener.ended(String.valueOf(cannot.getLocalizedMessage()));
        } catch (CancelledException stopped) {
            listener.ended(Messages.check_stopped);
            throw stopped;
        }
    }

    private CheckLine line(OnlineLibrary online, Reference reference, CancelToken cancel) throws CancelledException {
        try {
            return question == Question.EXISTS
                    ? CheckLine.of(reference, online.check(reference, cancel))
                    : CheckLine.of(reference, online.notices(reference, cancel));
        } catch (LibraryException cannot) {
            return CheckLine.failed(reference, cannot);
        }
    }
}
