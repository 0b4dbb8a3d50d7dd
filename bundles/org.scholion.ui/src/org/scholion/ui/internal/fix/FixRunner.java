package org.scholion.ui.internal.fix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.scholion.assist.ProjectFiles;
import org.scholion.assist.UserFiles;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.PlacedFinding;
import org.scholion.jobs.ScholionJob;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;
import org.scholion.ui.EditorPapers;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.Rules;
import org.scholion.ui.internal.citation.CitationsView;
import org.scholion.ui.internal.editor.DocumentBinding;
import org.scholion.ui.internal.editor.EditorTracker;

/** Does what the author chose to do about findings. In the thread of the user interface; files are written by jobs. */
public final class FixRunner {

    /** What became of replacements. */
    public record Outcome(int made, int left) {}

    private final PaperChecks checks;
    private final EditorPapers papers;
    private final EditorTracker tracker;
    private final Rules rules;

    public FixRunner(PaperChecks checks, EditorPapers papers, EditorTracker tracker, Rules rules) {
        this.checks = checks;
        this.papers = papers;
        this.tracker = tracker;
        this.rules = rules;
    }

    /** Does one thing about one finding. */
    public void run(Fix fix, IWorkbenchPage page) {
        PlacedFinding placed = fix.placed();
        ProjectFiles project = new ProjectFiles(placed.manuscript().folder());
        switch (fix) {
            case Fix.Replace replace -> replace(List.of(replace), page);
            case Fix.SuggestCitations suggest -> suggest(suggest, page);
            case Fix.Ignore ignore ->
                write(fix.label(), () -> project.ignore(placed.advice().rule(), Fix.proseText(placed)));
            case Fix.AddWord add ->
                write(fix.label(), add.forPaper() ? () -> project.addWord(add.word()) : () -> UserFiles.standard().addWord(add.word()));
            case Fix.SwitchOff off -> write(fix.label(), () -> project.switchOff(placed.advice().rule()));
            case Fix.Explain explain -> new RulePage(
                            page.getWorkbenchWindow().getShell(),
                            placed.advice().rule(),
                            RuleText.of(placed.advice(), rules.rule(placed.advice().rule())))
                    .open();
        }
    }

    private void suggest(Fix.SuggestCitations fix, IWorkbenchPage page) {
        SourceRange place = fix.place();
        Path file = place.unit().path();
        TextRange range = TextRange.at(place.range().start());
        Optional<TextRange> now =
                checks.openFile(file).flatMap(open -> open.toCurrent(range, fix.placed().revision()));
        try {
            papers.reveal(page, file, now.orElse(range), true);
            CitationsView.open(page);
        } catch (PartInitException e) {
            ILog.of(FixRunner.class).error(NLS.bind(Messages.view_cannotOpen, file, e.getStatus().getMessage()), e);
        }
    }

    /** All findings of a paper with the same rule and the same words, for which that replacement can be made. */
    public List<Fix.Replace> alike(Paper paper, Fix.Replace fix) {
        List<Fix.Replace> alike = new ArrayList<>();
        for (PlacedFinding placed : paper.state().findings()) {
            if (placed.advice().rule().equals(fix.placed().advice().rule())
                    && placed.finding().text().equals(fix.placed().finding().text())
                    && placed.advice().replacements().contains(fix.replacement())) {
                alike.add(new Fix.Replace(placed, fix.replacement()));
            }
        }
        return alike;
    }

    /**
     * Makes replacements, in each document as one step that can be undone. Files that no editor shows are opened, so that the
     * author
     * sees what was changed and saves it. What was changed by the author meanwhile is left as it is.
     */
    public Outcome replace(List<Fix.Replace> fixes, IWorkbenchPage page) {
        Map<Path, List<TextEdit>> edits = new LinkedHashMap<>();
        int made = 0;
        for (Fix.Replace fix : fixes) {
            Optional<Map<Path, List<TextEdit>>> own = editsOf(fix, page);
            if (own.isPresent() && own.get().keySet().stream().noneMatch(path -> overlap(edits.get(path), own.get().get(path)))) {
                own.get().forEach((path, list) -> edits.computeIfAbsent(path, key -> new ArrayList<>()).addAll(list));
                made++;
            }
        }
        edits.forEach((path, list) -> tracker.document(path).ifPresent(document -> change(document).apply(list)));
        return new Outcome(made, fixes.size() - made);
    }

    private Optional<Map<Path, List<TextEdit>>> editsOf(Fix.Replace fix, IWorkbenchPage page) {
        Map<Path, List<TextEdit>> edits = new LinkedHashMap<>();
        Optional<List<SourceEdit>> changes = fix.placed().edits(fix.replacement());
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        for (SourceEdit edit : changes.get()) {
            Optional<DocumentBinding> document =
                    opened(edit.range().unit().path(), page).filter(binding -> change(binding).isAllowed());
            Optional<SourceText> source = fix.placed().manuscript().source(edit.range().unit());
            Optional<TextRange> place = document.isEmpty() || source.isEmpty()
                    ? Optional.empty()
                    : document.get().current(source.get(), edit.range().range());
            if (place.isEmpty()) {
                return Optional.empty();
            }
            edits.computeIfAbsent(edit.range().unit().path(), key -> new ArrayList<>())
                    .add(new TextEdit(place.get(), edit.replacement()));
        }
        return Optional.of(edits);
    }

    private DocumentChange change(DocumentBinding document) {
        return new DocumentChange(document.document(), tracker.editors(document));
    }

    private Optional<DocumentBinding> opened(Path file, IWorkbenchPage page) {
        Optional<DocumentBinding> document = tracker.document(file);
        if (document.isPresent()) {
            return document;
        }
        try {
            papers.reveal(page, file, TextRange.at(0), false);
        } catch (PartInitException e) {
            // the file cannot be shown: its findings are left, and the outcome says so
            return Optional.empty();
        }
        return tracker.document(file);
    }

    private static boolean overlap(List<TextEdit> one, List<TextEdit> other) {
        if (one == null) {
            return false;
        }
        return one.stream().anyMatch(edit -> other.stream()
                .anyMatch(second -> edit.range().overlaps(second.range()) || edit.range().equals(second.range())));
    }

    private void write(String name, FileAction action) {
        new ScholionJob(NLS.bind(Messages.fix_job, name), JobFamily.WRITE, Job.SHORT) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) throws IOException {
                action.run();
                checks.recheck();
            }
        }.schedule();
    }

    /** Writes a file. */
    @FunctionalInterface
    private interface FileAction {
        void run() throws IOException;
    }
}
