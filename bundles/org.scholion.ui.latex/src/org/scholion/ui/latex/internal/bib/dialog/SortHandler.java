package org.scholion.ui.latex.internal.bib.dialog;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.window.Window;
import org.scholion.bibtex.BibtexFormat;
import org.scholion.ui.latex.internal.Messages;

/** Puts the entries into an order that the author chooses. */
@NonNullByDefault
public final class SortHandler extends BibliographyHandler {

    @Override
    protected void run(OpenBibliography open) {
        SortDialog dialog = new SortDialog(open.shell());
        if (dialog.open() == Window.OK) {
            change(open, Messages.bib_sortJob, file -> BibtexFormat.sort(file, dialog.order()), Messages.bib_sortRefused);
        }
    }
}
