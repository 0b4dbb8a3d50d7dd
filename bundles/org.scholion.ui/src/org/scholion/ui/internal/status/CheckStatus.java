package org.scholion.ui.internal.status;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.eclipse.ui.statushandlers.StatusManager;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.scholion.inference.Models;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperState;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Icon;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;

/** How the check of the active paper stands and which models are loaded, in the status line; a click opens the findings. */
public final class CheckStatus extends WorkbenchWindowControlContribution {

    /** What shows: a picture and a few words, and more of them when the mouse rests. */
    private record Shown(Icon icon, String text, String tip) {}

    private static final int MANY = 9999;

    private final PaperUi ui = PaperUi.ofWorkbench();
    private final Runnable listener = this::show;
    private @Nullable ToolItem item;
    private @Nullable LocalResourceManager images;
    private Optional<Shown> shown = Optional.empty();

    @Override
    protected Control createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        ToolBar bar = new ToolBar(area, SWT.FLAT | SWT.RIGHT);
        Accessibles.name(bar, Messages.status_name);
        LocalResourceManager manager = new LocalResourceManager(JFaceResources.getResources(), bar);
        images = manager;
        ToolItem button = new ToolItem(bar, SWT.PUSH);
        button.setImage(manager.create(Icon.STATUS_OK.descriptor()));
        button.addListener(SWT.Selection, event -> open());
        item = button;
        shown = Optional.empty();
        ui.tracker().addListener(listener);
        bar.addDisposeListener(event -> ui.tracker().removeListener(listener));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, true).hint(widest(bar, button), SWT.DEFAULT).applyTo(bar);
        show();
        return area;
    }

    @Override
    public boolean isDynamic() {
        return true;
    }

    /** The room for the longest text, so that the status line need not move when the text changes. */
    private static int widest(ToolBar bar, ToolItem button) {
        int widest = 0;
        for (String text : new String[] {
            Messages.status_checking, Messages.status_none, Messages.status_off, Messages.status_problem,
            NLS.bind(Messages.status_some, MANY)
        }) {
            button.setText(text);
            widest = Math.max(widest, bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
        }
        return widest;
    }

    private void show() {
        ToolItem button = item;
        LocalResourceManager manager = images;
        if (button == null || manager == null || button.isDisposed()) {
            return;
        }
        Shown now = now();
        if (shown.filter(now::equals).isPresent()) {
            return;
        }
        shown = Optional.of(now);
        button.setImage(manager.create(now.icon().descriptor()));
        button.setText(now.text());
        button.setToolTipText(now.tip());
    }

    private Shown now() {
        Optional<Paper> paper = ui.tracker().activePaper();
        if (paper.isEmpty()) {
            return new Shown(Icon.STATUS_OFF, Messages.status_none, Messages.status_noneTip);
        }
        PaperState state = paper.get().state();
        String name = String.valueOf(paper.get().root().getFileName());
        int count = state.findings().size();
        String found = count == 1 ? Messages.status_one : NLS.bind(Messages.status_some, count);
        String tip = NLS.bind(Messages.status_tip, found, name) + lines(state.limitations()) + models();
        return switch (state.phase()) {
            case WAITING, READING, CHECKING ->
                state.complete()
                        ? new Shown(Icon.STATUS_BUSY, found, tip)
                        : new Shown(Icon.STATUS_BUSY, Messages.status_checking, NLS.bind(Messages.view_checking, name));
            case DONE ->
                state.failures().isEmpty()
                        ? new Shown(count == 0 ? Icon.STATUS_OK : Icon.FINDINGS, found, tip)
                        : new Shown(Icon.STATUS_PROBLEM, found, String.join("\n", state.failures()));
            case OFF, CANCELLED -> new Shown(Icon.STATUS_OFF, Messages.status_off, NLS.bind(Messages.view_off, name));
            case FAILED -> new Shown(Icon.STATUS_PROBLEM, Messages.status_problem, state.message());
            case CLOSED -> new Shown(Icon.STATUS_OFF, Messages.status_none, Messages.status_noneTip);
        };
    }

    private static String lines(List<String> sentences) {
        return sentences.stream().map(sentence -> "\n" + sentence).collect(Collectors.joining());
    }

    /** A line for each model that is loaded, with the device that it really runs on. */
    private static String models() {
        BundleContext context = FrameworkUtil.getBundle(CheckStatus.class).getBundleContext();
        @Nullable ServiceReference<Models> reference = context.getServiceReference(Models.class);
        @Nullable Models models = reference == null ? null : context.getService(reference);
        if (reference == null || models == null) {
            return "";
        }
        try {
            return models.loaded().stream()
                    .map(loaded -> "\n" + NLS.bind(Messages.status_model, loaded.descriptor().name(), loaded.device().name()))
                    .collect(Collectors.joining());
        } finally {
            context.ungetService(reference);
        }
    }

    private void open() {
        try {
            getWorkbenchWindow().getActivePage().showView(ScholionUi.FINDINGS_VIEW);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }
}
