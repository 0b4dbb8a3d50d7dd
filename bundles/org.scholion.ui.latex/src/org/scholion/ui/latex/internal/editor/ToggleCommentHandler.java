package org.scholion.ui.latex.internal.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.syntax.CommentToggle;

/** Comments the selected lines out or in, as one change that one undo takes back. */
public final class ToggleCommentHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        ITextEditor editor = Adapters.adapt(HandlerUtil.getActiveEditorChecked(event), ITextEditor.class);
        boolean writable = editor != null && editor.isEditable();
        if (writable && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            try {
                DocumentEdits.apply(editor, document, CommentToggle.of(document.get(), lines(document, selection)).edits());
            } catch (BadLocationException problem) {
                throw new ExecutionException(problem.getMessage(), problem);
            }
        }
        return null;
    }

    private static List<TextRange> lines(IDocument document, ITextSelection selection) throws BadLocationException {
        List<TextRange> lines = new ArrayList<>();
        int last = selection.getEndLine();
        boolean endsAtLineStart = last > selection.getStartLine()
                && document.getLineOffset(last) == selection.getOffset() + selection.getLength();
        for (int line = selection.getStartLine(); line <= (endsAtLineStart ? last - 1 : last); line++) {
            IRegion region = document.getLineInformation(line);
            lines.add(TextRange.ofLength(region.getOffset(), region.getLength()));
        }
        return lines;
    }
}
