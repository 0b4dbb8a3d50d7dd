package org.scholion.ui.latex.internal.bib.dialog;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;

/** A dialog with a title and a size that the author may change. */
abstract class BibliographyDialog extends Dialog {

    private final String title;
    private final Point size;

    /** @param size at first, in points */
    BibliographyDialog(Shell parent, String title, Point size) {
        super(parent);
        this.title = title;
        this.size = size;
        setShellStyle(getShellStyle() | SWT.RESIZE | SWT.MAX);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Point getInitialSize() {
        return size;
    }
}
