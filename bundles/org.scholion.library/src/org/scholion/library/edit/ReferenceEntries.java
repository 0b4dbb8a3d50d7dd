package org.scholion.library.edit;

import java.util.List;
import org.scholion.bibtex.BibtexEditor;
import org.scholion.bibtex.BibtexFlavour;
import org.scholion.bibtex.BibtexHabits;
import org.scholion.bibtex.BibtexParser;
import org.scholion.bibtex.NewEntry;
import org.scholion.library.Reference;
import org.scholion.library.internal.edit.EntryMaker;

/** Makes BibTeX and BibLaTeX entries of references that come from elsewhere. */
public final class ReferenceEntries {

    private ReferenceEntries() {}

    /**
     * An entry that says all that the reference says, except its groups. Read again it gives the reference, but for the type, which BibTeX
     * has fewer of, typographic quotes, and a date, of which BibTeX keeps year and month.
     *
     * @param reference with the key that the entry is to have
     * @param habits of the file that it is written for: whose names it uses, how accents and capitals are written
     */
    public static NewEntry of(Reference reference, BibtexHabits habits) {
        return new EntryMaker(reference, habits.flavour(), habits.accents(), habits.protection(), habits.bareMonths()).make();
    }

    /** An entry for no file in particular. */
    public static NewEntry of(Reference reference, BibtexFlavour flavour) {
        return EntryMaker.usual(reference, flavour).make();
    }

    /** A whole file of entries, one a reference, in their order. */
    public static String file(List<Reference> references, boolean biblatex) {
        BibtexFlavour flavour = biblatex ? BibtexFlavour.BIBLATEX : BibtexFlavour.BIBTEX;
        BibtexEditor editor = new BibtexEditor(BibtexParser.parse(""));
        StringBuilder text = new StringBuilder();
        for (Reference reference : references) {
            text.append(text.isEmpty() ? "" : "\n").append(editor.written(of(reference, flavour)).strip()).append('\n');
        }
        return text.toString();
    }
}
