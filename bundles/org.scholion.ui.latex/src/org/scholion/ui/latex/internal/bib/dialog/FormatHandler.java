package org.scholion.ui.latex.internal.bib.dialog;

import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexFormat;
import org.scholion.bibtex.BibtexHabits;
import org.scholion.bibtex.FieldLayout.Alignment;
import org.scholion.ui.latex.internal.Messages;

/** Sets out all entries alike, as most of them are. */
@NonNullByDefault
public final class FormatHandler extends BibliographyHandler {

    @Override
    protected void run(OpenBibliography open) {
        change(open, Messages.bib_formatJob, file -> Optional.of(format(file).edits(file)), "");
    }

    /** A field a line, with the indentation and alignment that the file has. */
    static BibtexFormat format(BibtexFile file) {
        BibtexHabits habits = BibtexHabits.of(file);
        boolean lines = habits.layout().ownLines() && !habits.layout().indent().isEmpty();
        Alignment alignment = habits.layout().alignment();
        return new BibtexFormat(
                BibtexFormat.Order.AS_IS,
                BibtexFormat.FieldOrder.AS_IS,
                lines ? habits.layout().indent() : BibtexFormat.PLAIN.indent(),
                alignment == Alignment.EQUALS || alignment == Alignment.VALUES,
                Math.min(habits.emptyLines(), 2));
    }
}
