package org.scholion.ui.internal.draft;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.scholion.assist.drafts.Evidence;

/** Shows a sentence beside the one of the paper that it rests on. */
final class CompareHover extends ToolTip {

    private static final int WIDTH = 300;
    private static final int MARGIN = 6;

    private final DraftLine line;
    private final Color foreground;
    private final Color background;

    CompareHover(Control control, DraftLine line) {
        super(control);
        this.line = line;
        foreground = JFaceColors.getInformationViewerForegroundColor(control.getDisplay());
        background = JFaceColors.getInformationViewerBackgroundColor(control.getDisplay());
    }

    @Override
    protected boolean shouldCreateToolTip(Event event) {
        return line.evidence().isPresent() && line.source() != DraftLine.Source.OWN && super.shouldCreateToolTip(event);
    }

    @Override
    protected Composite createToolTipContentArea(Event event, Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        area.setBackground(background);
        area.setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).margins(MARGIN, MARGIN).spacing(2 * MARGIN, 4).applyTo(area);
        String section = line.evidence().map(Evidence::section).orElse("");
        label(area, Messages.hover_here, SWT.BOLD);
        label(area, section.isEmpty() ? Messages.hover_paper : NLS.bind(Messages.hover_section, section), SWT.BOLD);
        label(area, line.written(), SWT.NORMAL);
        label(area, line.evidence().map(Evidence::text).orElse(""), SWT.NORMAL);
        return area;
    }

    private void label(Composite parent, String text, int style) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setForeground(foreground);
        if (style == SWT.BOLD) {
            label.setFont(JFaceResources.getFontRegistry().getBold(
                    JFaceResources.DIALOG_FONT));
        }
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(label);
    }
}
