package org.scholion.ui.internal.citation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.jobs.JobFamily;
import org.scholion.text.TextRange;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.citation.CitationAnswer;
import org.scholion.ui.citation.CitationSpot;
import org.scholion.ui.citation.CitationWriter;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.editor.DocumentBinding;
import org.scholion.ui.internal.editor.EditorStatus;
import org.scholion.ui.internal.view.MessagePage;
import org.scholion.ui.internal.view.Notice;

/** The works that can be cited where the caret is in the active editor, or for which somebody searches. */
public final class CitationsView extends ViewPart {

    /** The preference page of the library. */
    private static final String LIBRARY_PAGE = ScholionUi.PREFERENCES + ".library";

    /** So long the caret has to rest. */
    private static final int REST_MILLIS = 200;

    private final PaperUi ui = PaperUi.ofWorkbench();
    private final CitationsJob job = new CitationsJob(ui.citations(), this::answered);
    private final Runnable follow = this::askSoon;
    private final Runnable paperChanged = this::paperChanged;
    private final Runnable indexChanged = this::indexChanged;
    private final Runnable rested = () -> ask(false);
    private final IPartListener2 shown = new Shown();
    private Optional<Widgets> widgets = Optional.empty();
    private Optional<CitationQuestion> question = Optional.empty();
    private Optional<CitationAnswer> answer = Optional.empty();
    private boolean rowsWanted;

    /** What the view is made of. */
    private record Widgets(
            Text search, Composite stack, Composite list, CitationsTree tree, MessagePage message, Notice notice, CitationsMenu menu) {}

    /** Opens the view on the place of the active editor; the keyboard goes to the rows. */
    public static void open(IWorkbenchPage page) throws PartInitException {
        if (page.showView(ScholionUi.CITATIONS_VIEW) instanceof CitationsView view) {
            view.suggest();
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), parent);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Composite bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 3).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Text search = new Text(bar, SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.citations_search);
        Accessibles.name(search, Messages.citations_search);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        search.addModifyListener(event -> askSoon());
        Composite stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        Composite list = new Composite(stack, SWT.NONE);
        CitationsTree tree = new CitationsTree(list, images);
        MessagePage message = new MessagePage(stack);
        Notice notice = new Notice(parent, images);
        CitationsMenu menu = new CitationsMenu(this, tree);
        menu.install();
        widgets = Optional.of(new Widgets(search, stack, list, tree, message, notice, menu));
        tree.onOpen(this::insert);
        search.addListener(SWT.DefaultSelection, event -> tree.focus());
        ui.tracker().start(getSite().getWorkbenchWindow().getWorkbench());
        ui.tracker().addListener(paperChanged);
        ui.tracker().addCaretListener(follow);
        ui.citations().addListener(indexChanged);
        getSite().getPage().addPartListener(shown);
        describe(CitationsSituation.nothing(Messages.citations_noPaper));
        askSoon();
    }

    @Override
    public void setFocus() {
        widgets.ifPresent(own -> {
            if (((StackLayout) own.stack().getLayout()).topControl == own.list()) {
                own.tree().focus();
                own.menu().update();
            } else {
                own.search().setFocus();
            }
        });
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(shown);
        ui.tracker().removeListener(paperChanged);
        ui.tracker().removeCaretListener(follow);
        ui.citations().removeListener(indexChanged);
        job.cancel();
        widgets = Optional.empty();
        super.dispose();
    }

    /** Ranks works for the place of the editor, whatever was searched for. */
    private void suggest() {
        rowsWanted = true;
        widgets.ifPresent(own -> own.search().setText(""));
        ask(true);
    }

    /** Another editor may be active, or the paper of this one was found; the rest comes with the caret. */
    private void paperChanged() {
        Optional<Path> file = ui.tracker().activeDocument().map(document -> document.file().path());
        boolean found = answer.filter(known -> known.state() == CitationAnswer.State.NO_PAPER).isPresent()
                && ui.tracker().activePaper().isPresent();
        if (found || !file.equals(question.map(CitationQuestion::file))) {
            ask(found);
        }
    }

    private void indexChanged() {
        getSite().getShell().getDisplay().asyncExec(() -> ask(true));
    }

    private void askSoon() {
        widgets.ifPresent(own -> own.stack().getDisplay().timerExec(REST_MILLIS, rested));
    }

    /** @param again whether a question is asked again that is answered already */
    private void ask(boolean again) {
        if (widgets.isEmpty() || !getSite().getPage().isPartVisible(this)) {
            return;
        }
        Optional<DocumentBinding> document = ui.tracker().activeDocument();
        Optional<ITextEditor> editor = ui.tracker().activeEditor();
        if (document.isEmpty() || editor.isEmpty()) {
            job.cancel();
            question = Optional.empty();
            answer = Optional.empty();
            describe(CitationsSituation.nothing(Messages.citations_noPaper));
            return;
        }
        IDocument text = document.get().document();
        int place = editor.get().getSelectionProvider().getSelection() instanceof ITextSelection selection
                ? CitationSpot.of(text.get(), TextRange.ofLength(Math.max(0, selection.getOffset()), Math.max(0, selection.getLength())))
                : 0;
        String search = widgets.get().search().getText().strip();
        CitationQuestion newest =
                new CitationQuestion(document.get().file().path(), place, document.get().file().revision(), search);
        if (again || !question.equals(Optional.of(newest))) {
            question = Optional.of(newest);
            job.ask(newest, 0);
        }
    }

    private void answered(CitationQuestion asked, CitationsJob.Result result) {
        getSite().getShell().getDisplay().asyncExec(() -> {
            if (question.equals(Optional.of(asked))) {
                answer = result.answer();
                show(asked, result);
            }
        });
    }

    private void show(CitationQuestion asked, CitationsJob.Result result) {
        widgets.ifPresent(own -> {
            own.tree().show(answer.map(CitationAnswer::works).orElse(List.of()));
            describe(answer.map(known -> CitationsSituation.of(known, asked.search(), isIndexing()))
                    .orElseGet(() -> CitationsSituation.nothing(result.failure())));
            boolean listed = answer.filter(known -> !known.works().isEmpty()).isPresent();
            own.notice().show(listed && writer().isEmpty() ? Messages.citations_noWriter : "");
            if (rowsWanted && listed) {
                rowsWanted = false;
                if (getSite().getPage().getActivePart() == this) {
                    setFocus();
                }
            }
            own.menu().update();
        });
    }

    private static boolean isIndexing() {
        // jobs that answer questions are of the same family, but nobody sees them
        return Arrays.stream(Job.getJobManager().find(JobFamily.LIBRARY)).anyMatch(found -> !found.isSystem());
    }

    private void describe(CitationsSituation situation) {
        widgets.ifPresent(own -> {
            setContentDescription(situation.description());
            boolean listed = situation.message().isEmpty();
            if (!listed) {
                own.tree().show(List.of());
                own.notice().show("");
                own.message().show(
                        situation.message(), situation.library() ? Messages.citations_openLibrary : "", this::openLibrary);
            }
            StackLayout layout = (StackLayout) own.stack().getLayout();
            Control wanted = listed ? own.list() : own.message().control();
            if (layout.topControl != wanted) {
                layout.topControl = wanted;
                own.stack().layout(true);
            }
            own.menu().update();
        });
    }

    private void openLibrary() {
        PreferencesUtil.createPreferenceDialogOn(getSite().getShell(), LIBRARY_PAGE, null, null).open();
    }

    /** Who writes citations into the file that the works were ranked for. */
    Optional<CitationWriter> writer() {
        return question.map(CitationQuestion::file).flatMap(ui.citations()::writer);
    }

    Optional<CitationAnswer> answer() {
        return answer;
    }

    /** Cites the selected works in the editor, which gets the keyboard. */
    void insert() {
        Optional<ITextEditor> editor = ui.tracker().activeEditor();
        Optional<Path> file = ui.tracker().activeDocument().map(document -> document.file().path());
        Optional<CitationWriter> writer = writer();
        List<CitableWork> works = widgets.map(own -> own.tree().selection()).orElse(List.of());
        if (works.isEmpty() || editor.isEmpty() || answer.isEmpty() || !file.equals(question.map(CitationQuestion::file))) {
            return;
        }
        if (writer.isEmpty()) {
            status(Messages.citations_noWriter);
            return;
        }
        answer.get().manuscript().ifPresent(manuscript -> {
            String message = writer.get().insert(editor.get(), manuscript, works);
            getSite().getPage().activate(editor.get());
            EditorStatus.show(editor.get(), message);
        });
    }

    /** Looks whether the selected works say what the sentence says. */
    void verify() {
        List<CitableWork> works = widgets.map(own -> own.tree().selection()).orElse(List.of());
        answer.ifPresent(known -> SupportDialog.open(getSite().getShell(), cancel -> ui.citations().verify(known, works, cancel)));
    }

    void status(String message) {
        getViewSite().getActionBars().getStatusLineManager().setMessage(message);
    }

    /** Asks when the view comes into sight. */
    private final class Shown implements IPartListener2 {
        @Override
        public void partVisible(@Nullable IWorkbenchPartReference reference) {
            if (reference != null && reference.getPart(false) == CitationsView.this) {
                askSoon();
            }
        }
    }
}
