package org.scholion.ui.internal.view;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperState;
import org.scholion.jobs.PlacedFinding;
import org.scholion.manuscript.Manuscript;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.command.StepHandler;
import org.scholion.ui.internal.editor.FindingNavigator;

/** All findings of the paper in the active editor. */
public final class FindingsView extends ViewPart {

    private static final String GROUPING = "grouping";
    private static final String CONTEXT = "org.scholion.ui.findingsContext";

    private final PaperUi ui = PaperUi.ofWorkbench();
    private final Runnable listener = this::update;
    private Grouping grouping = Grouping.CATEGORY;
    private Optional<Widgets> widgets = Optional.empty();
    private Optional<Paper> paper = Optional.empty();
    private List<PlacedFinding> shownFindings = List.of();
    private Optional<Manuscript> shownManuscript = Optional.empty();
    private List<FindingRow> rows = List.of();
    private FindingsModel model = FindingsModel.EMPTY;

    /** What the view is made of. */
    private record Widgets(FilterBar filter, Composite stack, Composite list, FindingsTree tree, MessagePage message, Notice notice) {}

    @Override
    public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
        super.init(site, memento);
        String name = memento == null ? null : memento.getString(GROUPING);
        for (Grouping one : Grouping.values()) {
            if (one.name().equals(name)) {
                grouping = one;
            }
        }
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(GROUPING, grouping.name());
    }

    @Override
    public void createPartControl(Composite parent) {
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), parent);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        FilterBar filter = new FilterBar(parent, images, this::refilter);
        Composite stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        Composite list = new Composite(stack, SWT.NONE);
        FindingsTree tree = new FindingsTree(list, images);
        MessagePage message = new MessagePage(stack);
        Notice notice = new Notice(parent, images);
        widgets = Optional.of(new Widgets(filter, stack, list, tree, message, notice));
        tree.onOpen(row -> reveal(row, true));
        new FindingsMenu(this, ui, tree).install();
        IHandlerService handlers = getSite().getService(IHandlerService.class);
        handlers.activateHandler(ScholionUi.NEXT_FINDING, new StepHandler(() -> step(true)));
        handlers.activateHandler(ScholionUi.PREVIOUS_FINDING, new StepHandler(() -> step(false)));
        getSite().<IContextService>getService(IContextService.class).activateContext(CONTEXT);
        ui.tracker().start(getSite().getWorkbenchWindow().getWorkbench());
        ui.tracker().addListener(listener);
        update();
    }

    @Override
    public void setFocus() {
        widgets.ifPresent(own -> {
            Control top = ((StackLayout) own.stack().getLayout()).topControl;
            if (top == own.list()) {
                own.tree().control().setFocus();
            } else {
                own.filter().search().setFocus();
            }
        });
    }

    @Override
    public void dispose() {
        ui.tracker().removeListener(listener);
        widgets = Optional.empty();
        super.dispose();
    }

    /** The paper whose findings show. */
    Optional<Paper> paper() {
        return paper;
    }

    Grouping grouping() {
        return grouping;
    }

    void group(Grouping other) {
        grouping = other;
        refilter();
    }

    Optional<FilterBar> filter() {
        return widgets.map(Widgets::filter);
    }

    /** Selects a finding, when the filter shows it. */
    public void select(PlacedFinding placed) {
        widgets.ifPresent(own -> rows.stream()
                .filter(row -> row.placed().filter(found -> found == placed).isPresent())
                .findFirst()
                .ifPresent(row -> own.tree().select(List.of(row))));
    }

    void reveal(FindingRow row, boolean activate) {
        try {
            new FindingNavigator(ui).reveal(getSite().getPage(), row.file(), row.range(), row.revision(), activate);
        } catch (PartInitException e) {
            status(NLS.bind(Messages.view_cannotOpen, row.file(), e.getStatus().getMessage()));
        }
    }

    void status(String message) {
        getViewSite().getActionBars().getStatusLineManager().setMessage(message);
    }

    private void step(boolean forward) {
        widgets.flatMap(own -> own.tree().step(forward)).ifPresent(row -> reveal(row, false));
    }

    /** The paper, or something about it, may be another one. */
    private void update() {
        if (widgets.isEmpty()) {
            return;
        }
        paper = ui.tracker().activePaper();
        PaperState state = paper.map(Paper::state).orElse(PaperState.INITIAL);
        boolean sameManuscript = state.manuscript().map(one -> shownManuscript.filter(other -> one == other).isPresent())
                .orElse(shownManuscript.isEmpty());
        if (state.findings() != shownFindings || !sameManuscript) {
            shownFindings = state.findings();
            shownManuscript = state.manuscript();
            rows = FindingsModel.rowsOf(state);
            refilter();
        } else {
            describe();
        }
    }

    private void refilter() {
        widgets.ifPresent(own -> {
            model = FindingsModel.of(rows, grouping, own.filter().state());
            own.filter().count(model.counts());
            own.tree().show(model, grouping != Grouping.NONE);
            describe();
        });
    }

    private void describe() {
        widgets.ifPresent(own -> {
            Situation situation = Situation.of(ui, paper, model, own.filter().state());
            setContentDescription(situation.description());
            own.notice().show(situation.notice());
            boolean listed = situation.message().isEmpty();
            if (!listed) {
                own.message().show(situation.message(), situation.action(), () -> act(situation));
            }
            StackLayout layout = (StackLayout) own.stack().getLayout();
            Control wanted = listed ? own.list() : own.message().control();
            if (layout.topControl != wanted) {
                layout.topControl = wanted;
                own.stack().layout(true);
            }
        });
    }

    private void act(Situation situation) {
        switch (situation.act()) {
            case NONE -> setFocus();
            case CHECK -> paper.ifPresent(Paper::checkNow);
            case SHOW_ALL -> filter().ifPresent(FilterBar::reset);
        }
    }
}
