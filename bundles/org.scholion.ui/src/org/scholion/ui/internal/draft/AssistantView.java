package org.scholion.ui.internal.draft;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.Paper;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.TextRange;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.view.MessagePage;
import org.scholion.ui.internal.view.Notice;

/** Writes abstracts and summaries of the paper in the active editor, of which the author takes what is good. */
public final class AssistantView extends ViewPart {

    private static final int[] WEIGHTS = {60, 40};

    private final PaperUi ui = PaperUi.ofWorkbench();
    private final DraftServices services = ui.drafts();
    private final DraftJob job = new DraftJob(ui.currentPapers(), this::answered);
    private final PartsJob partsJob = new PartsJob(ui.currentPapers(), services, this::looked);
    private final Runnable paperChanged = this::paperChanged;
    private final Runnable caretMoved = this::offer;
    private final IPartListener2 shown = new Shown();
    private final DraftLines lines = new DraftLines();
    private final DraftUse use = new DraftUse(ui, services);
    private @Nullable IMemento saved;
    private Optional<Widgets> widgets = Optional.empty();
    private Optional<PaperParts> parts = Optional.empty();
    /** What its parts were looked for in last. */
    private Optional<Path> seenFile = Optional.empty();
    private Optional<Manuscript> seen = Optional.empty();
    private Optional<WrittenDraft> written = Optional.empty();
    /** What is being written. */
    private Optional<DraftRequest> running = Optional.empty();
    /** What became of the last request that gave no text. */
    private String outcome = "";
    private boolean sectionWanted;

    /** What the view is made of. */
    private record Widgets(
            ChoiceBar choices, Composite stack, SashForm sash, DraftPane draft, OwnPane own, MessagePage message, Notice notice, UseBar bar) {}

    /** Opens the view; the keyboard goes to it. */
    public static void open(IWorkbenchPage page) throws PartInitException {
        page.showView(ScholionUi.ASSISTANT_VIEW);
    }

    /** Opens the view and begins to write. */
    public static void write(IWorkbenchPage page, Task task) throws PartInitException {
        if (page.showView(ScholionUi.ASSISTANT_VIEW) instanceof AssistantView view) {
            view.begin(task);
        }
    }

    @Override
    public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
        super.init(site, memento);
        saved = memento;
    }

    @Override
    public void saveState(IMemento memento) {
        widgets.ifPresent(own -> own.choices().save(memento));
    }

    @Override
    public void createPartControl(Composite parent) {
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), parent);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        ChoiceBar choices = new ChoiceBar(parent, this::writeNow, this::stop, this::describe);
        choices.restore(saved);
        Composite stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        SashForm sash = new SashForm(stack, SWT.HORIZONTAL | SWT.SMOOTH);
        DraftPane draft = new DraftPane(sash, images, this::lineChanged, this::reveal, lines);
        OwnPane own = new OwnPane(sash, images, this::ownChanged, this::reveal);
        sash.setWeights(WEIGHTS);
        MessagePage message = new MessagePage(stack);
        Notice notice = new Notice(parent, images);
        UseBar bar = new UseBar(parent, this::use);
        widgets = Optional.of(new Widgets(choices, stack, sash, draft, own, message, notice, bar));
        draft.install(getViewSite());
        IWorkbenchSiteProgressService progress = getSite().getService(IWorkbenchSiteProgressService.class);
        if (progress != null) {
            progress.showBusyForFamily(JobFamily.DRAFT);
        }
        ui.tracker().start(getSite().getWorkbenchWindow().getWorkbench());
        ui.tracker().addListener(paperChanged);
        ui.tracker().addCaretListener(caretMoved);
        getSite().getPage().addPartListener(shown);
        paperChanged();
    }

    @Override
    public void setFocus() {
        widgets.ifPresent(own -> {
            if (lines.isEmpty()) {
                own.choices().focus();
            } else {
                own.draft().focus();
            }
        });
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(shown);
        ui.tracker().removeListener(paperChanged);
        ui.tracker().removeCaretListener(caretMoved);
        job.stop();
        partsJob.cancel();
        widgets = Optional.empty();
        super.dispose();
    }

    private Optional<Path> file() {
        return ui.tracker().activeDocument().map(document -> document.file().path());
    }

    /** Another editor may be active, or the paper was read anew. */
    private void paperChanged() {
        Optional<Path> file = file();
        boolean samePaper = parts.filter(known -> file.filter(path -> known.paper().source(path).isPresent()).isPresent()).isPresent();
        if (!samePaper) {
            parts = Optional.empty();
        }
        Optional<Manuscript> now = ui.tracker().activePaper().flatMap(Paper::manuscript);
        boolean newer = !file.equals(seenFile) || !isSame(now, seen);
        if (newer && file.isPresent() && getSite().getPage().isPartVisible(this)) {
            seenFile = file;
            seen = now;
            partsJob.look(file.get());
        }
        describe();
    }

    /** Whether both are the same reading; comparing what was read would take long. */
    private static boolean isSame(Optional<Manuscript> one, Optional<Manuscript> other) {
        return one.isPresent() ? other.filter(read -> read == one.get()).isPresent() : other.isEmpty();
    }

    private void looked(PaperParts found) {
        later(() -> {
            if (file().equals(Optional.of(found.file()))) {
                parts = Optional.of(found);
                widgets.ifPresent(own -> own.choices().sections(found.sections()));
                describe();
                if (sectionWanted) {
                    begin(Task.SECTION);
                }
            }
        });
    }

    private void later(Runnable action) {
        getSite().getShell().getDisplay().asyncExec(() -> {
            if (widgets.isPresent()) {
                action.run();
            }
        });
    }

    /** Chooses what to write, and begins. */
    private void begin(Task task) {
        widgets.ifPresent(own -> {
            own.choices().choose(task);
            sectionWanted = task == Task.SECTION && parts.isEmpty();
            if (sectionWanted) {
                describe();
                return;
            }
            if (task == Task.SECTION) {
                Optional<Path> file = file();
                int caret = use.selection().map(TextRange::start).orElse(0);
                parts.flatMap(known -> file.flatMap(path -> known.sectionAt(path, caret))).ifPresent(own.choices()::chooseSection);
            }
            writeNow();
        });
    }

    private void writeNow() {
        widgets.ifPresent(own -> {
            ChoiceBar choices = own.choices();
            choices.assistants(services.assistants());
            Optional<Path> file = file();
            Optional<DraftAssistant> assistant = choices.assistant();
            TextRange selection = use.selection().orElse(TextRange.at(0));
            outcome = "";
            if (file.isEmpty() || assistant.isEmpty()) {
                describe();
            } else if (choices.task() == Task.SELECTION && selection.isEmpty()) {
                giveUp(Messages.view_noSelection);
            } else if (choices.task() == Task.SECTION && choices.section().isEmpty()) {
                giveUp(Messages.view_noSections);
            } else {
                DraftRequest request = new DraftRequest(
                        file.get(), choices.task(), choices.words(), choices.length(), choices.section(), selection, assistant.get());
                running = Optional.of(request);
                job.write(request);
                describe();
            }
        });
    }

    private void stop() {
        job.stop();
        giveUp(Messages.view_stopped);
    }

    private void giveUp(String why) {
        running = Optional.empty();
        outcome = why;
        describe();
    }

    private void answered(DraftRequest asked, DraftJob.Result result) {
        later(() -> {
            // what was asked for later, or ended, is no concern of an older answer
            if (running.filter(request -> request == asked).isPresent()) {
                running = Optional.empty();
                outcome = result.failure();
                result.written().ifPresent(this::show);
                describe();
            }
        });
    }

    private void show(WrittenDraft draft) {
        written = Optional.of(draft);
        lines.show(draft.draft().sentences().stream().map(DraftLine::of).toList());
        outcome = lines.isEmpty() ? Messages.view_nothing : "";
        widgets.ifPresent(own -> {
            own.own().clear();
            own.draft().show();
            if (getSite().getPage().getActivePart() == this) {
                own.draft().focus();
            }
        });
    }

    /** Shows what there is, and says what is the matter where there is nothing. */
    private void describe() {
        widgets.ifPresent(own -> {
            own.choices().assistants(services.assistants());
            boolean possible = file().isPresent() && own.choices().assistant().isPresent();
            own.choices().enable(possible, running.isPresent());
            boolean beside = own.choices().task().isAbstract() && !ownAbstract().sentences().isEmpty();
            parts.filter(known -> beside).ifPresentOrElse(own.own()::show, own.own()::clear);
            own.sash().setMaximizedControl(beside ? null : own.draft().control());
            boolean listed = !lines.isEmpty();
            own.draft().say(listed ? "" : emptiness(possible), beside);
            own.notice().show(listed ? notice() : "");
            boolean paged = !listed && !(beside && possible);
            if (paged) {
                own.message().show(emptiness(possible), "", this::writeNow);
            }
            Control wanted = paged ? own.message().control() : own.sash();
            StackLayout layout = (StackLayout) own.stack().getLayout();
            if (layout.topControl != wanted) {
                layout.topControl = wanted;
                own.stack().layout(true);
            }
        });
        offer();
    }

    private OwnAbstract ownAbstract() {
        return parts.map(PaperParts::own).orElse(OwnAbstract.NONE);
    }

    private String emptiness(boolean possible) {
        if (file().isEmpty()) {
            return Messages.view_noPaper;
        }
        if (!possible) {
            return Messages.view_missing;
        }
        if (running.isPresent()) {
            return Messages.view_writing;
        }
        return outcome.isEmpty() ? Messages.view_begin : outcome;
    }

    /** What is the matter while there are sentences. */
    private String notice() {
        if (!outcome.isEmpty()) {
            return outcome;
        }
        return written.filter(draft -> !isOfPaper(draft))
                .map(draft -> NLS.bind(Messages.view_otherPaper, draft.paper().root().path().getFileName()))
                .orElse("");
    }

    /** Whether the active editor shows the paper that a text was made of. */
    private boolean isOfPaper(WrittenDraft draft) {
        Path root = draft.paper().root().path();
        return file().isEmpty() || ui.tracker().activePaper().map(Paper::root).filter(root::equals).isPresent()
                || draft.paper().source(file().get()).isPresent();
    }

    /** Says how long the text is, and offers what can be done with it. */
    private void offer() {
        widgets.ifPresent(own -> {
            boolean any = !lines.used().isEmpty();
            boolean here = file().isPresent() && written.filter(this::isOfPaper).isPresent() && use.canWrite();
            boolean selected = use.selection().filter(range -> !range.isEmpty()).isPresent();
            own.bar().offer(any, here, selected, here && isAbstract() && ownAbstract().range().isPresent());
            own.bar().say(running.isPresent() ? Messages.view_writing : state());
        });
    }

    private boolean isAbstract() {
        return written.filter(draft -> draft.request().task().isAbstract()).isPresent();
    }

    private String state() {
        return written.filter(draft -> !lines.isEmpty()).map(draft -> {
            int limit = draft.request().limit();
            int words = lines.words();
            String counted = NLS.bind(words > limit ? Messages.state_tooLong : Messages.state_words, words, limit);
            String seconds = String.format(draft.millis() < 1000 ? "%.2f" : "%.1f", draft.millis() / 1000.0);
            return NLS.bind(Messages.state_made, new Object[] {counted, draft.draft().origin(), draft.draft().device(), seconds});
        }).orElse("");
    }

    private void lineChanged(DraftLine line) {
        widgets.filter(own -> line.source() == DraftLine.Source.OWN).ifPresent(own -> own.own().refresh());
        offer();
    }

    /** A sentence of the paper's abstract was ticked: it stands behind the others then. */
    private void ownChanged(DraftLine line) {
        if (line.isUsed()) {
            lines.add(line);
        } else {
            lines.remove(line);
        }
        widgets.ifPresent(own -> own.draft().show());
        describe();
    }

    /** Goes to what a sentence rests on. */
    private void reveal(DraftLine line) {
        Optional<Manuscript> paper = line.source() == DraftLine.Source.OWN
                ? widgets.flatMap(own -> own.own().paper())
                : written.map(WrittenDraft::paper);
        line.evidence().ifPresent(evidence -> paper.ifPresent(known -> tell(use.reveal(getSite().getPage(), known, evidence.range()))));
    }

    private void tell(String message) {
        if (!message.isEmpty()) {
            outcome = message;
            widgets.ifPresent(own -> own.notice().show(message));
        }
    }

    private void use(UseBar.Place place) {
        written.filter(draft -> !lines.used().isEmpty()).ifPresent(draft -> {
            outcome = "";
            describe();
            DraftUse.Text text = new DraftUse.Text(draft.paper().root().path(), lines.used(), draft.request().points());
            tell(switch (place) {
                case ABSTRACT -> parts.map(known -> use.replaceAbstract(text, known, getSite().getPage())).orElse("");
                case SELECTION -> use.replaceSelection(text);
                case CARET -> use.insert(text);
                case CLIPBOARD -> use.copy(text, getSite().getShell());
            });
        });
    }

    /** Looks at the paper when the view comes into sight. */
    private final class Shown implements IPartListener2 {
        @Override
        public void partVisible(@Nullable IWorkbenchPartReference reference) {
            if (reference != null && reference.getPart(false) == AssistantView.this) {
                later(AssistantView.this::paperChanged);
            }
        }
    }
}
