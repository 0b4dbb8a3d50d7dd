package org.scholion.ui.internal.editor;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.fix.Fix;

/** Quick fixes as links. */
final class FindingLinksControl extends AbstractInformationControl implements IInformationControlExtension2 {

    private static final int MARGIN = 6;
    private static final int MOST_REPLACEMENTS = 4;

    private @Nullable Composite links;

    FindingLinksControl(Shell parent, boolean resizable) {
        super(parent, resizable);
        create();
    }

    @Override
    protected void createContent(Composite parent) {
        links = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(0, 2).applyTo(links);
    }

    @Override
    public void setInput(Object input) {
        Composite area = links;
        if (area == null || !(input instanceof FindingLinks finding)) {
            return;
        }
        int replacements = 0;
        for (Fix fix : Fix.of(finding.placed())) {
            if (fix instanceof Fix.Replace && replacements++ >= MOST_REPLACEMENTS) {
                continue;
            }
            Link link = new Link(area, SWT.NONE);
            link.setText("<a>" + fix.label().replace("&", "&&") + "</a>");
            link.setBackground(area.getBackground());
            link.addListener(SWT.Selection, event -> run(fix));
        }
        area.layout(true);
    }

    @Override
    public boolean hasContents() {
        return links != null;
    }

    @Override
    public Point computeSizeHint() {
        return getShell().computeSize(SWT.DEFAULT, SWT.DEFAULT, true);
    }

    @Override
    public IInformationControlCreator getInformationPresenterControlCreator() {
        return shell -> new FindingLinksControl(shell, true);
    }

    private void run(Fix fix) {
        dispose();
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null) {
            PaperUi.ofWorkbench().fixes().run(fix, window.getActivePage());
        }
    }
}
