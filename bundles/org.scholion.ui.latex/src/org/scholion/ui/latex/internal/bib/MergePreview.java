package org.scholion.ui.latex.internal.bib;

import java.util.List;
import org.scholion.bibtex.BibtexFile;
import org.scholion.library.edit.MergeProposal;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

/** What a proposal makes of the entry that stays. */
public final class MergePreview {

    private MergePreview() {}

    /** The text of the entry as it will stand in the file. */
    public static String of(BibtexFile file, MergeProposal proposal, boolean alias) {
        TextRange entry = proposal.kept().range();
        List<TextEdit> inside = proposal.edits(alias).stream()
                .filter(edit -> entry.contains(edit.range()))
                .map(edit -> new TextEdit(edit.range().shifted(-entry.start()), edit.replacement()))
                .toList();
        return new TextEdits(inside).applyTo(entry.of(file.text()));
    }
}
