package org.scholion.ui.latex.internal.cite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import org.scholion.library.Reference;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.citation.CitationSpot;
import org.scholion.ui.citation.CitationWriter;
import org.scholion.ui.latex.internal.LatexFiles;
import org.scholion.ui.latex.internal.Messages;

/** Writes citations into LaTeX files. */
public final class LatexCitations implements CitationWriter {

    @Override
    public boolean writes(Path file) {
        return LatexFiles.isLatex(file);
    }

    @Override
    public String insert(ITextEditor editor, Manuscript manuscript, List<CitableWork> works) {
        if (editor instanceof ITextEditorExtension2 careful && !careful.validateEditorInputState()) {
            return Messages.cite_readOnly;
        }
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        if (document == null || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
            return Messages.cite_readOnly;
        }
        String text = document.get();
        TextRange selected = TextRange.ofLength(selection.getOffset(), selection.getLength());
        Optional<TextEdit> edit =
                new CitationEdit(text, CitationStyle.of(manuscript)).at(CitationSpot.of(text, selected), keys(works));
        if (edit.isEmpty()) {
            return Messages.cite_there;
        }
        TextRange range = edit.get().range();
        try {
            document.replace(range.start(), range.length(), edit.get().replacement());
        } catch (BadLocationException e) {
            throw new IllegalStateException("an edit outside of " + text.length() + " characters", e);
        }
        editor.selectAndReveal(range.start() + edit.get().replacement().length(), 0);
        return BibliographyEntries.add(manuscript, missing(works));
    }

    @Override
    public String text(Manuscript manuscript, List<CitableWork> works) {
        return CitationEdit.command(CitationStyle.of(manuscript), keys(works));
    }

    @Override
    public String dropped(Manuscript manuscript, List<CitableWork> works) {
        return BibliographyEntries.add(manuscript, missing(works));
    }

    private static List<String> keys(List<CitableWork> works) {
        return works.stream().map(CitableWork::key).toList();
    }

    private static List<Reference> missing(List<CitableWork> works) {
        return works.stream().map(CitableWork::missingEntry).flatMap(Optional::stream).toList();
    }
}
