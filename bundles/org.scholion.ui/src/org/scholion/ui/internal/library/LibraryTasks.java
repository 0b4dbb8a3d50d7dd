package org.scholion.ui.internal.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.assist.AssistException;
import org.scholion.bibtex.BibtexElement;
import org.scholion.bibtex.BibtexParser;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.OnlineAccess;
import org.scholion.jobs.ScholionJob;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.search.LibraryHits;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;
import org.scholion.ui.citation.CitationAnswer;
import org.scholion.ui.citation.CitationWriter;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.editor.EditorStatus;
import org.scholion.ui.internal.library.ReferenceCheckJob.Question;

/** Does what the author chose for works: each in a job, which comes back to the view with what there is to say. */
final class LibraryTasks {

    private final LibraryView view;
    private final PaperUi ui;
    private final Display display = Display.getCurrent();

    LibraryTasks(LibraryView view, PaperUi ui) {
        this.view = view;
        this.ui = ui;
    }

    /** Work in the background. */
    @FunctionalInterface
    private interface Work {
        void run(CancelToken cancel) throws LibraryException, AssistException, IOException, CancelledException;
    }

    private void start(String name, JobFamily family, Work work) {
        ScholionJob job = new ScholionJob(name, family, Job.SHORT) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
                try {
                    work.run(cancel);
                } catch (LibraryException | AssistException | IOException cannot) {
                    later(() -> view.say(String.valueOf(cannot.getLocalizedMessage())));
                }
            }
        };
        job.schedule();
    }

    private void later(Runnable action) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (view.isOpen()) {
                    action.run();
                }
            });
        }
    }

    private Optional<Path> file() {
        return ui.tracker().activeDocument().map(document -> document.file().path());
    }

    /** Whether somebody can write a citation into what is in the active editor. */
    boolean canCite() {
        return ui.tracker().activeEditor().isPresent() && file().flatMap(ui.citations()::writer).isPresent();
    }

    /** Cites works at the selection of the active editor, which gets the keyboard. */
    void cite(List<WorkRow> rows) {
        List<LibraryHits.Hit> hits = rows.stream().map(WorkRow::hit).flatMap(Optional::stream).toList();
        Optional<Path> file = file();
        if (hits.isEmpty() || file.isEmpty()) {
            return;
        }
        start(Messages.job_cite, JobFamily.LIBRARY, cancel -> {
            CitationAnswer answer = ui.citations().citable(file.get(), hits, cancel);
            later(() -> cite(file.get(), answer));
        });
    }

    private void cite(Path file, CitationAnswer answer) {
        Optional<ITextEditor> editor = ui.tracker().activeEditor().filter(any -> file().equals(Optional.of(file)));
        Optional<CitationWriter> writer = ui.citations().writer(file);
        if (editor.isEmpty() || writer.isEmpty() || answer.manuscript().isEmpty() || answer.works().isEmpty()) {
            view.say(Messages.cite_notPossible);
            return;
        }
        String message = writer.get().insert(editor.get(), answer.manuscript().get(), answer.works());
        view.getSite().getPage().activate(editor.get());
        EditorStatus.show(editor.get(), message);
    }

    /** Writes references in a style. */
    void copyReferences(List<WorkRow> rows, StyleChoice style, Consumer<String> copy) {
        start(Messages.job_preview, JobFamily.LIBRARY, cancel -> {
            List<String> texts = new ArrayList<>();
            for (WorkRow row : rows) {
                texts.add(style.format(row.reference(), cancel).text().strip());
            }
            later(() -> copy.accept(String.join(System.lineSeparator(), texts)));
        });
    }

    void openPdf(WorkRow row) {
        row.pdf().ifPresent(pdf -> new OpenPdfJob(pdf, row.page(), view::say).schedule());
    }

    /** Opens the file in which a work stands, at its entry. */
    void showEntry(WorkRow row) {
        row.source().ifPresent(file -> start(Messages.job_search, JobFamily.LOCATE, cancel -> {
            TextRange place = BibtexParser.parse(Files.readString(file))
                    .entry(row.reference().key())
                    .map(BibtexElement.Entry::range)
                    .orElse(new TextRange(0, 0));
            later(() -> reveal(file, place));
        }));
    }

    private void reveal(Path file, TextRange place) {
        try {
            ui.papers().reveal(view.getSite().getPage(), file, place, true);
        } catch (PartInitException cannot) {
            view.say(NLS.bind(org.scholion.ui.internal.Messages.citations_cannotOpen, file));
        }
    }

    /** Asks where to, then imports what stands nowhere yet. */
    void importWorks(List<WorkRow> rows) {
        List<WorkRow> wanted = rows.stream().filter(row -> row.source().isEmpty()).toList();
        if (wanted.isEmpty()) {
            return;
        }
        start(Messages.job_search, JobFamily.LOCATE, cancel -> {
            Set<Path> targets = new LinkedHashSet<>();
            for (Path source : LibraryServices.search().sources(view.bibliographies())) {
                if (source.toString().toLowerCase(Locale.ROOT).endsWith(".bib") && Files.isRegularFile(source)) {
                    targets.add(source);
                }
            }
            later(() -> importWorks(wanted, List.copyOf(targets)));
        });
    }

    private void importWorks(List<WorkRow> rows, List<Path> targets) {
        boolean pdfs = LibraryServices.access().map(OnlineAccess::settings).stream()
                .flatMap(settings -> settings.on().stream())
                .anyMatch(source -> source.capabilities().contains(OnlineSource.Capability.PDF));
        ImportDialog dialog = new ImportDialog(view.getSite().getShell(), rows.size(), targets, pdfs);
        if (dialog.open() == Window.OK) {
            dialog.plan().ifPresent(plan -> {
                List<Reference> references = rows.stream().map(WorkRow::reference).toList();
                new ImportJob(plan, references, report -> later(() -> {
                    view.imported(report);
                    if (report.problems().isEmpty()) {
                        view.tell(report.text());
                    } else {
                        view.say(report.text());
                    }
                })).schedule();
            });
        }
    }

    /** Asks online sources about works. */
    void check(Question question, List<Reference> references) {
        start(question, references, List.of());
    }

    /** Asks online sources about all works of the paper's bibliography. */
    void checkPaper(Question question) {
        start(question, List.of(), view.bibliographies());
    }

    private void start(Question question, List<Reference> references, List<Path> files) {
        view.showReport(page -> {
            Reports listener = new Reports(page);
            ReferenceCheckJob job = new ReferenceCheckJob(question, references, files, listener);
            listener.job = Optional.of(job);
            page.begin(job, question == Question.EXISTS ? Messages.report_exists : Messages.report_retracted);
            job.schedule();
        });
    }

    /** Brings lines to the page, unless another check was begun meanwhile. */
    private final class Reports implements ReferenceCheckJob.Listener {
        private final ReportPage page;
        private Optional<ReferenceCheckJob> job = Optional.empty();

        Reports(ReportPage page) {
            this.page = page;
        }

        @Override
        public void line(CheckLine line, int total) {
            toPage(() -> page.add(line, total));
        }

        @Override
        public void ended(String failure) {
            toPage(() -> page.end(failure));
        }

        private void toPage(Runnable action) {
            later(() -> {
                if (job.filter(page::isOf).isPresent()) {
                    action.run();
                }
            });
        }
    }
}
