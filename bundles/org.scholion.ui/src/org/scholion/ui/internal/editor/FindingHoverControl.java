package org.scholion.ui.internal.editor;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.scholion.assist.Advice;
import org.scholion.jobs.PlacedFinding;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.fix.Fix;

/** Findings with their reasons, and their quick fixes as links. */
final class FindingHoverControl extends AbstractInformationControl implements IInformationControlExtension2 {

    private static final int MARGIN = 6;
    private static final int BETWEEN = 8;
    private static final int INDENT = 4;
    private static final int MOST_REPLACEMENTS = 4;
    private static final int MOST_FINDINGS = 3;
    private static final int WIDTH = 460;

    private @Nullable Composite area;

    FindingHoverControl(Shell parent, boolean resizable) {
        super(parent, resizable);
        create();
    }

    @Override
    protected void createContent(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(0, 2).applyTo(area);
    }

    @Override
    public void setInput(Object input) {
        Composite parent = area;
        if (parent == null || !(input instanceof FindingHover.Shown shown)) {
            return;
        }
        for (Control old : parent.getChildren()) {
            old.dispose();
        }
        shown.findings().stream().limit(MOST_FINDINGS).forEach(placed -> show(parent, placed));
        colour(parent);
        parent.layout(true);
    }

    @Override
    public boolean hasContents() {
        return area != null && area.getChildren().length > 0;
    }

    @Override
    public Point computeSizeHint() {
        Point free = getShell().computeSize(SWT.DEFAULT, SWT.DEFAULT, true);
        return free.x <= WIDTH ? free : getShell().computeSize(WIDTH, SWT.DEFAULT, true);
    }

    @Override
    public IInformationControlCreator getInformationPresenterControlCreator() {
        return shell -> new FindingHoverControl(shell, true);
    }

    private void show(Composite parent, PlacedFinding placed) {
        Advice advice = placed.advice();
        int above = parent.getChildren().length == 0 ? 0 : BETWEEN;
        Label message = label(parent, advice.message(), above);
        message.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        if (!advice.reason().isBlank()) {
            label(parent, advice.reason(), 0);
        }
        int replacements = 0;
        for (Fix fix : Fix.of(placed)) {
            if (fix instanceof Fix.Replace && replacements++ >= MOST_REPLACEMENTS) {
                continue;
            }
            Link link = new Link(parent, SWT.NONE);
            link.setText("<a>" + fix.label().replace("&", "&&") + "</a>");
            link.addListener(SWT.Selection, event -> run(fix));
            GridDataFactory.fillDefaults().indent(INDENT, 0).applyTo(link);
        }
        label(parent, FindingText.source(advice), INDENT);
    }

    private static Label label(Composite parent, String text, int above) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).indent(0, above).applyTo(label);
        return label;
    }

    private static void colour(Composite parent) {
        parent.setBackground(JFaceColors.getInformationViewerBackgroundColor(parent.getDisplay()));
        for (Control child : parent.getChildren()) {
            child.setBackground(parent.getBackground());
            if (child instanceof Label) {
                child.setForeground(JFaceColors.getInformationViewerForegroundColor(parent.getDisplay()));
            }
        }
    }

    private void run(Fix fix) {
        dispose();
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null) {
            PaperUi.ofWorkbench().fixes().run(fix, window.getActivePage());
        }
    }
}
