package org.scholion.ui.internal.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.part.ViewPart;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperLibraries;
import org.scholion.library.Reference;
import org.scholion.library.search.LibraryFilter;
import org.scholion.manuscript.Manuscript;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.view.MessagePage;
import org.scholion.ui.internal.view.Notice;

/** Searches the paper's bibliography, all libraries, and online sources that are on; shows works with what is known of them. */
public final class LibraryView extends ViewPart {

    /** The preference page of the library. */
    static final String LIBRARY_PAGE = ScholionUi.PREFERENCES + ".library";

    /** The preference page of online sources. */
    static final String ONLINE_PAGE = LIBRARY_PAGE + ".online";

    private static final int REST_MILLIS = 250;
    private static final int[] WEIGHTS = {17, 51, 32};
    private static final String STYLE = "style";

    private final PaperUi ui = PaperUi.ofWorkbench();
    private final LibraryTasks tasks = new LibraryTasks(this, ui);
    private final LibrarySearchJob library = LibrarySearchJob.onThisMachine(this::answered);
    private final LibrarySearchJob online = LibrarySearchJob.online(this::answered);
    private final PreviewJob preview = new PreviewJob(this::previewed);
    private final Runnable rested = () -> ask(false);
    private final Runnable paperChanged = this::paperChanged;
    private final Runnable indexChanged = () -> later(this::askAgain);
    private final Runnable accessChanged = () -> later(this::accessChanged);
    private Optional<Widgets> widgets = Optional.empty();
    private Optional<LibraryQuestion> question = Optional.empty();
    private Optional<LibraryAnswer> answer = Optional.empty();
    private Optional<PreviewJob.Wanted> previewing = Optional.empty();
    private Optional<String> chosenStyle = Optional.empty();
    private LibraryFilter filter = LibraryFilter.NONE;

    /** What the view is made of. */
    private record Widgets(
            SearchBar bar,
            Composite stack,
            SashForm sash,
            FacetTree facets,
            WorksTable works,
            DetailsPane details,
            MessagePage message,
            ReportPage report,
            Notice notice,
            LibraryActions actions) {}

    @Override
    public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
        super.init(site, memento);
        chosenStyle = memento == null ? Optional.empty() : Optional.ofNullable(memento.getString(STYLE));
    }

    @Override
    public void saveState(IMemento memento) {
        chosenStyle.ifPresent(style -> memento.putString(STYLE, style));
    }

    @Override
    public void createPartControl(Composite parent) {
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), parent);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        SearchBar bar = new SearchBar(parent, this);
        Composite stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        SashForm sash = new SashForm(stack, SWT.HORIZONTAL | SWT.SMOOTH);
        FacetTree facets = new FacetTree(sash, this::filterChanged);
        Composite list = new Composite(sash, SWT.NONE);
        WorksTable works = new WorksTable(list, images);
        DetailsPane details = new DetailsPane(sash, this::chooseStyle, this::openLink);
        sash.setWeights(WEIGHTS);
        MessagePage message = new MessagePage(stack);
        ReportPage report = new ReportPage(stack, images, this::closeReport, doi -> openLink("https://doi.org/" + doi));
        Notice notice = new Notice(parent, images);
        LibraryActions actions = new LibraryActions(this, works);
        widgets = Optional.of(new Widgets(bar, stack, sash, facets, works, details, message, report, notice, actions));
        actions.install();
        works.onSelection(this::selected);
        works.onOpen(actions::open);
        ui.tracker().start(getSite().getWorkbenchWindow().getWorkbench());
        ui.tracker().addListener(paperChanged);
        LibraryServices.papers().ifPresent(papers -> papers.addListener(indexChanged));
        LibraryServices.access().ifPresent(access -> access.addListener(accessChanged));
        bar.refresh();
        show(message.control());
        ask(true);
    }

    @Override
    public void setFocus() {
        widgets.ifPresent(own -> own.bar().focus());
    }

    /** The keyboard goes to what is listed. */
    void focusList() {
        widgets.ifPresent(own -> {
            if (report().isPresent()) {
                own.report().focus();
            } else if (top(own) == own.sash()) {
                own.works().focus();
                selected();
            }
        });
    }

    @Override
    public void dispose() {
        ui.tracker().removeListener(paperChanged);
        LibraryServices.papers().ifPresent(papers -> papers.removeListener(indexChanged));
        LibraryServices.access().ifPresent(access -> access.removeListener(accessChanged));
        library.cancel();
        online.cancel();
        preview.cancel();
        widgets.ifPresent(own -> own.report().cancel());
        widgets = Optional.empty();
        super.dispose();
    }

    boolean isOpen() {
        return widgets.isPresent();
    }

    LibraryTasks tasks() {
        return tasks;
    }

    private void later(Runnable action) {
        getSite().getShell().getDisplay().asyncExec(() -> {
            if (isOpen()) {
                action.run();
            }
        });
    }

    private Optional<Manuscript> manuscript() {
        return ui.tracker().activePaper().flatMap(Paper::manuscript);
    }

    /** The bibliography files of the paper that is being written. */
    List<Path> bibliographies() {
        Optional<PaperLibraries> papers = LibraryServices.papers();
        return papers.isEmpty() ? List.of() : manuscript().map(papers.get()::bibliographies).orElse(List.of());
    }

    /** In which style references show. */
    StyleChoice style() {
        return StyleChoice.of(chosenStyle, manuscript());
    }

    private void paperChanged() {
        widgets.ifPresent(own -> {
            own.actions().update();
            own.details().showStyle(style());
            if (!bibliographies().equals(question.map(LibraryQuestion::bibliographies).orElse(List.of()))) {
                ask(false);
            }
            selected();
        });
    }

    private void accessChanged() {
        widgets.ifPresent(own -> own.bar().refresh());
    }

    /** Something was typed: on this machine it is searched after a moment, online when the author says so. */
    void typed() {
        widgets.filter(own -> own.bar().where().isEmpty())
                .ifPresent(own -> own.stack().getDisplay().timerExec(REST_MILLIS, rested));
    }

    /** Another place was chosen to search in. */
    void placeChanged() {
        online.cancel();
        question = Optional.empty();
        ask(true);
    }

    void filterChanged(LibraryFilter wanted) {
        filter = wanted;
        widgets.ifPresent(own -> own.bar().show(wanted));
        typed();
    }

    /** The author wants an answer now. */
    void searchNow() {
        widgets.ifPresent(own -> {
            if (own.bar().where().isEmpty()) {
                ask(false);
                focusList();
            } else if (!own.bar().text().isBlank()) {
                question = Optional.of(newest(own));
                show(LibraryAnswer.failed(NLS.bind(Messages.online_asking, own.bar().where().get().title())));
                online.ask(newest(own));
            }
        });
    }

    private LibraryQuestion newest(Widgets own) {
        return new LibraryQuestion(own.bar().where(), own.bar().text().strip(), filter, bibliographies());
    }

    /** @param again whether a question is asked again that is answered already */
    private void ask(boolean again) {
        widgets.ifPresent(own -> {
            LibraryQuestion newest = newest(own);
            if (newest.where().isPresent()) {
                library.cancel();
                if (again) {
                    answer = Optional.empty();
                    show(LibraryAnswer.failed(NLS.bind(
                            Messages.online_hint, newest.where().get().title(), newest.where().get().sent())));
                }
            } else if (again || !question.equals(Optional.of(newest))) {
                question = Optional.of(newest);
                library.ask(newest);
            }
        });
    }

    /** An index changed; nobody is asked online again. */
    private void askAgain() {
        widgets.filter(own -> own.bar().where().isEmpty()).ifPresent(own -> ask(true));
    }

    private void answered(LibraryQuestion asked, LibraryAnswer found) {
        later(() -> {
            if (question.equals(Optional.of(asked))) {
                answer = Optional.of(found);
                say("");
                show(found);
            }
        });
    }

    private void show(LibraryAnswer found) {
        widgets.ifPresent(own -> {
            own.works().show(found.rows());
            own.facets().show(filter, found.facets());
            boolean facets = own.bar().where().isEmpty();
            if (own.facets().control().getVisible() != facets) {
                own.facets().control().setVisible(facets);
                own.sash().layout(true);
            }
            setContentDescription(Situations.description(found));
            Situations.Empty empty = Situations.empty(found, question, filter, isIndexing());
            own.message().show(empty.message(), empty.link(), () -> follow(empty));
            if (report().isEmpty()) {
                show(empty.message().isEmpty() ? own.sash() : own.message().control());
            }
            selected();
        });
    }

    private void follow(Situations.Empty empty) {
        switch (empty.action()) {
            case LIBRARY -> openPage(LIBRARY_PAGE);
            case ONLINE -> openPage(ONLINE_PAGE);
            case CLEAR -> filterChanged(LibraryFilter.NONE);
            case NONE -> setFocus();
        }
    }

    private static boolean isIndexing() {
        // jobs that answer questions are of the same family, but nobody sees them
        return Arrays.stream(Job.getJobManager().find(JobFamily.LIBRARY)).anyMatch(found -> !found.isSystem());
    }

    private Control top(Widgets own) {
        return ((StackLayout) own.stack().getLayout()).topControl;
    }

    private void show(Control wanted) {
        widgets.ifPresent(own -> {
            if (top(own) != wanted) {
                ((StackLayout) own.stack().getLayout()).topControl = wanted;
                own.stack().layout(true);
            }
        });
    }

    /** The selection is another one. */
    private void selected() {
        widgets.ifPresent(own -> {
            own.actions().update();
            List<WorkRow> selection = own.works().selection();
            if (selection.isEmpty()) {
                previewing = Optional.empty();
                own.details().show(new RichText("", List.of()));
                return;
            }
            Optional<PreviewJob.Wanted> wanted = Optional.of(new PreviewJob.Wanted(selection.getFirst(), style()));
            if (!wanted.equals(previewing)) {
                previewing = wanted;
                own.details().showStyle(style());
                preview.ask(wanted.get());
            }
        });
    }

    private void previewed(PreviewJob.Wanted wanted, RichText text) {
        later(() -> widgets.filter(own -> previewing.equals(Optional.of(wanted))).ifPresent(own -> own.details().show(text)));
    }

    private void chooseStyle() {
        StyleDialog dialog = new StyleDialog(getSite().getShell(), style());
        if (dialog.open() == Window.OK) {
            chosenStyle = dialog.chosen();
            widgets.ifPresent(own -> own.details().showStyle(style()));
            selected();
        }
    }

    /** The works that were imported stand on this machine now. */
    void imported(ImportJob.Report report) {
        answer.ifPresent(known -> {
            List<WorkRow> rows = new ArrayList<>();
            for (WorkRow row : known.rows()) {
                Optional<Reference> same = Optional.ofNullable(report.added().get(row.reference()));
                rows.add(same.isPresent() ? row.in(report.target(), same.get().key()) : row);
            }
            answer = Optional.of(known.with(rows));
            show(known.with(rows));
        });
    }

    /** Shows the lines of a check in place of the works. */
    void showReport(Consumer<ReportPage> begin) {
        widgets.ifPresent(own -> {
            begin.accept(own.report());
            show(own.report().control());
            own.report().focus();
        });
    }

    private void closeReport() {
        widgets.ifPresent(own -> {
            show(own.sash());
            answer.ifPresentOrElse(this::show, () -> ask(true));
        });
    }

    /** The report, while it shows. */
    Optional<ReportPage> report() {
        return widgets.filter(own -> top(own) == own.report().control()).map(Widgets::report);
    }

    /** Says below the list what could not be done, until something else is asked. */
    void say(String message) {
        widgets.ifPresent(own -> own.notice().show(message));
    }

    /** Says in the status line what was done. */
    void tell(String message) {
        getViewSite().getActionBars().getStatusLineManager().setMessage(message);
    }

    void openLink(String address) {
        if (!Program.launch(address)) {
            say(NLS.bind(org.scholion.ui.internal.Messages.citations_cannotOpen, address));
        }
    }

    void openPage(String page) {
        PreferencesUtil.createPreferenceDialogOn(getSite().getShell(), page, null, null).open();
    }
}
