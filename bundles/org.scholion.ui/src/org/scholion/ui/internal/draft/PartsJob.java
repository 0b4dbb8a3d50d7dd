package org.scholion.ui.internal.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.scholion.assist.AssistException;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.internal.CurrentPapers;

/** Looks what can be chosen from in a paper; an older look is given up. */
final class PartsJob extends ScholionJob {

    private final CurrentPapers papers;
    private final DraftServices services;
    private final Consumer<PaperParts> listener;
    private volatile Optional<Path> file = Optional.empty();

    /** @param listener hears from the thread of the job; not when the paper could not be read */
    PartsJob(CurrentPapers papers, DraftServices services, Consumer<PaperParts> listener) {
        super(Messages.job_parts, JobFamily.DRAFT, Job.SHORT);
        this.papers = papers;
        this.services = services;
        this.listener = listener;
        setSystem(true);
    }

    void look(Path newest) {
        file = Optional.of(newest);
        cancel();
        schedule();
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
        Optional<Path> asked = file;
        if (asked.isEmpty()) {
            return;
        }
        try {
            Optional<Manuscript> paper = papers.manuscript(asked.get(), cancel);
            if (paper.isPresent()) {
                List<String> sections = services.assistants().stream()
                        .findFirst()
                        .map(assistant -> assistant.sections(paper.get()))
                        .orElse(List.of());
                cancel.check();
                listener.accept(new PaperParts(asked.get(), paper.get(), sections, OwnAbstract.of(paper.get())));
            }
        } catch (AssistException unreadable) {
            // the view of findings says so, and the message comes again with the first text that is asked for
            file = Optional.empty();
        }
    }
}
