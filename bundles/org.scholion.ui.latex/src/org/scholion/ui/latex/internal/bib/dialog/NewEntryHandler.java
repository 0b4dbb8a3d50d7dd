package org.scholion.ui.latex.internal.bib.dialog;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.scholion.bibtex.BibtexParser;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.Papers;
import org.scholion.ui.latex.internal.bib.ReadReference;

/** Makes an entry of a printed reference. */
@NonNullByDefault
public final class NewEntryHandler extends BibliographyHandler {

    @Override
    protected void run(OpenBibliography open) {
        String text = open.text();
        new Computation<>(
                        NLS.bind(Messages.bib_readJob, open.name()),
                        cancel -> new ReadReference.Reader(BibtexParser.parse(text), open.file(), cancel),
                        open.shell().getDisplay(),
                        reader -> ask(open, text, reader))
                .schedule();
    }

    private static void ask(OpenBibliography open, String text, ReadReference.Reader reader) {
        NewEntryDialog dialog = new NewEntryDialog(open.shell(), reader);
        if (dialog.open() != Window.OK) {
            return;
        }
        dialog.read().ifPresent(read -> {
            if (open.apply(text, List.of(read.edit()))) {
                int key = read.edit().range().start() + read.edit().replacement().indexOf(read.key());
                open.reveal(TextRange.ofLength(key, read.key().length()));
            } else {
                Papers.say(Messages.bib_changedMeanwhile);
            }
        });
    }
}
