package org.scholion.ui.latex.internal.bib.dialog;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.bib.DuplicatePair;

/** Finds entries that are one work, for the author to merge. */
@NonNullByDefault
public final class MergeHandler extends BibliographyHandler {

    /** What was found in one state of a file. */
    record Found(String text, BibtexFile file, List<DuplicatePair> pairs) {
        Found {
            pairs = List.copyOf(pairs);
        }

        static Found in(String text, Path source, CancelToken cancel) throws CancelledException {
            BibtexFile file = BibtexParser.parse(text);
            return new Found(text, file, DuplicatePair.find(file, source, cancel));
        }
    }

    @Override
    protected void run(OpenBibliography open) {
        String text = open.text();
        new Computation<>(
                        NLS.bind(Messages.bib_duplicatesJob, open.name()),
                        cancel -> Found.in(text, open.file(), cancel),
                        open.shell().getDisplay(),
                        found -> show(open, found))
                .schedule();
    }

    private static void show(OpenBibliography open, Found found) {
        if (found.pairs().isEmpty()) {
            String message = NLS.bind(Messages.bib_noDuplicates, found.file().entries().size(), open.name());
            MessageDialog.openInformation(open.shell(), Messages.bib_mergeTitle, message);
        } else {
            new MergeDialog(open, found).open();
        }
    }
}
