package org.scholion.ui.latex.internal.bib.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.Papers;
import org.scholion.ui.latex.internal.bib.CitationRenaming;
import org.scholion.ui.latex.internal.bib.CitationRenaming.Place;
import org.scholion.ui.latex.internal.editor.DocumentEdits;

/**
 * Changes the keys of citations in the editors of papers, in each document as one step that can be undone. Files that no editor
 * shows are opened, so that the author sees what was changed and saves it. In the thread of the user interface.
 */
@NonNullByDefault
final class CitationChange {

    private CitationChange() {}

    /** @return how many keys could not be changed, such as those in files that are only to be read */
    static int make(CitationRenaming renaming, IWorkbenchPage page) {
        int left = 0;
        for (var ofFile : renaming.places().entrySet()) {
            Optional<ITextEditor> editor = Papers.openBehind(page, ofFile.getKey());
            left += editor.isPresent() ? make(ofFile.getValue(), editor.get()) : ofFile.getValue().size();
        }
        return left;
    }

    private static int make(List<Place> places, ITextEditor editor) {
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        if (document == null || editor instanceof ITextEditorExtension2 careful && !careful.validateEditorInputState()) {
            return places.size();
        }
        List<TextEdit> edits = new ArrayList<>();
        for (Place place : places) {
            // a file that was opened just now is as it was read
            TextRange range = Papers.inEditor(place.manuscript(), place.range()).orElse(place.range().range());
            if (stands(document, range, place.key())) {
                edits.add(new TextEdit(range, place.replacement()));
            }
        }
        DocumentEdits.apply(editor, document, edits);
        return places.size() - edits.size();
    }

    private static boolean stands(IDocument document, TextRange range, String key) {
        try {
            return range.end() <= document.getLength() && document.get(range.start(), range.length()).equals(key);
        } catch (BadLocationException e) {
            throw new IllegalStateException("a range outside of " + document.getLength() + " characters", e);
        }
    }
}
