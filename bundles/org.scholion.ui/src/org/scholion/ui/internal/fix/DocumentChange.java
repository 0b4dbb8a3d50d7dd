package org.scholion.ui.internal.fix;

import java.util.Comparator;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import org.scholion.text.TextEdit;

/** Changes a document in one step that can be undone. */
public final class DocumentChange {

    private final IDocument document;
    private final List<ITextEditor> editors;

    public DocumentChange(IDocument document, List<ITextEditor> editors) {
        this.document = document;
        this.editors = editors;
    }

    /** Whether the text may be changed: not when the file is only to be read. May ask the author. */
    public boolean isAllowed() {
        return editors.stream()
                .allMatch(editor -> !(editor instanceof ITextEditorExtension2 careful) || careful.validateEditorInputState());
    }

    /** Makes the edits, which do not overlap. */
    public void apply(List<TextEdit> edits) {
        MultiTextEdit change = new MultiTextEdit();
        edits.stream().sorted(Comparator.comparing(TextEdit::range)).forEach(edit -> change.addChild(
                new ReplaceEdit(edit.range().start(), edit.range().length(), edit.replacement())));
        IRewriteTarget target = editors.isEmpty() ? null : editors.getFirst().getAdapter(IRewriteTarget.class);
        if (target != null) {
            target.beginCompoundChange();
        }
        try {
            change.apply(document);
        } catch (BadLocationException e) {
            throw new IllegalStateException("edits behind the end of " + document.getLength() + " characters", e);
        } finally {
            if (target != null) {
                target.endCompoundChange();
            }
        }
    }
}
