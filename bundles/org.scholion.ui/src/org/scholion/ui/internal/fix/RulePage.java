package org.scholion.ui.internal.fix;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Messages;

/** What a rule says and why, with examples where the rule has some. */
public final class RulePage extends Dialog {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 400;
    private static final int MARGIN = 8;

    private final String rule;
    private final RuleText page;

    public RulePage(Shell parent, String rule, RuleText page) {
        super(parent);
        this.rule = rule;
        this.page = page;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(NLS.bind(Messages.rulePage_title, rule));
    }

    @Override
    protected Point getInitialSize() {
        return new Point(WIDTH, HEIGHT);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        StyledText text = new StyledText(area, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setAlwaysShowScrollBars(false);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        text.setText(page.text());
        Font bold = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
        page.headings().forEach(range -> {
            StyleRange style = new StyleRange();
            style.start = range.start();
            style.length = range.length();
            style.font = bold;
            text.setStyleRange(style);
        });
        Accessibles.name(text, NLS.bind(Messages.rulePage_title, rule));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        close();
    }
}
