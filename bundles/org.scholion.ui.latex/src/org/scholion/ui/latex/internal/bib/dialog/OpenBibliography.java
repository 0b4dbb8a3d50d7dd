package org.scholion.ui.latex.internal.bib.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.Papers;
import org.scholion.ui.latex.internal.editor.DocumentEdits;

/** A bibliography file in an editor. In the thread of the user interface. */
@NonNullByDefault
record OpenBibliography(ITextEditor editor, IDocument document, Path file) {

    /** The one that an editor shows. */
    static Optional<OpenBibliography> of(@Nullable IEditorPart part) {
        ITextEditor editor = part == null ? null : Adapters.adapt(part, ITextEditor.class);
        if (editor == null || editor.getDocumentProvider() == null || editor.getEditorInput() == null) {
            return Optional.empty();
        }
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        return document == null
                ? Optional.empty()
                : Papers.file(document).filter(Papers::isBibliography).map(file -> new OpenBibliography(editor, document, file));
    }

    String text() {
        return document.get();
    }

    Shell shell() {
        return editor.getSite().getShell();
    }

    /** The name of the file, for messages. */
    String name() {
        return String.valueOf(file.getFileName());
    }

    /** What is selected; empty at the caret. */
    TextRange selection() {
        return editor.getSelectionProvider().getSelection() instanceof ITextSelection selection
                ? TextRange.ofLength(selection.getOffset(), selection.getLength())
                : TextRange.at(0);
    }

    /** Whether the text may be changed: not when the file is only to be read. May ask the author. */
    boolean isWritable() {
        return !(editor instanceof ITextEditorExtension2 careful) || careful.validateEditorInputState();
    }

    /** Makes edits in one step that can be undone. False when the text is not the one any more that they were made for. */
    boolean apply(String text, List<TextEdit> edits) {
        if (!document.get().equals(text)) {
            return false;
        }
        DocumentEdits.apply(editor, document, edits);
        return true;
    }

    void reveal(TextRange range) {
        editor.selectAndReveal(range.start(), range.length());
    }
}
