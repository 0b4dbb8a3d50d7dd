package org.scholion.ui.latex.internal.bib.dialog;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.library.Reference;
import org.scholion.library.edit.EntryReferences;
import org.scholion.library.edit.EntryReferences.Work;
import org.scholion.library.edit.KeyPattern;
import org.scholion.manuscript.Manuscript;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.Papers;
import org.scholion.ui.latex.internal.bib.CitationRenaming;
import org.scholion.ui.latex.internal.bib.KeyChanges;

/** Gives entries keys by a pattern. */
@NonNullByDefault
public final class KeysHandler extends BibliographyHandler {

    /** A file and the pattern that most of its keys follow. */
    record Start(String text, BibtexFile file, KeyPattern habit) {}

    @Override
    protected void run(OpenBibliography open) {
        String text = open.text();
        new Computation<>(
                        NLS.bind(Messages.bib_readJob, open.name()),
                        cancel -> {
                            BibtexFile file = BibtexParser.parse(text);
                            List<Reference> references =
                                    new EntryReferences(file, open.file()).works(cancel).stream().map(Work::reference).toList();
                            return new Start(text, file, KeyPattern.ofHabit(references));
                        },
                        open.shell().getDisplay(),
                        start -> ask(open, start))
                .schedule();
    }

    private static void ask(OpenBibliography open, Start start) {
        List<Manuscript> papers = Papers.citing(open.file());
        KeysDialog dialog = new KeysDialog(open, start, papers);
        if (dialog.open() == Window.OK) {
            KeyChanges changes = dialog.changes();
            if (!open.apply(start.text(), changes.edits())) {
                Papers.say(Messages.bib_changedMeanwhile);
            } else if (dialog.changesCitations()) {
                CitationRenaming renaming = CitationRenaming.of(papers, changes.renamed());
                int left = CitationChange.make(renaming, open.editor().getSite().getPage());
                Papers.say(
                        left == 0
                                ? NLS.bind(Messages.bib_citationsChanged, renaming.count())
                                : NLS.bind(Messages.bib_citationsLeft, renaming.count() - left, left));
            }
        }
    }
}
