package org.scholion.ui.latex.internal.editor;

import java.util.List;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

/** Changes the text of an editor in one step that one undo takes back. In the thread of the user interface. */
@NonNullByDefault
public final class DocumentEdits {

    /** More edits than this are made as one: each of them moves every mark of the editor. */
    private static final int MANY = 200;

    private DocumentEdits() {}

    /** Makes edits that do not overlap. */
    public static void apply(ITextEditor editor, IDocument document, List<TextEdit> edits) {
        if (edits.isEmpty()) {
            return;
        }
        MultiTextEdit change = new MultiTextEdit();
        for (TextEdit edit : edits.size() > MANY ? List.of(joined(document.get(), edits)) : edits) {
            change.addChild(new ReplaceEdit(edit.range().start(), edit.range().length(), edit.replacement()));
        }
        IRewriteTarget undo = Adapters.adapt(editor, IRewriteTarget.class);
        undo.beginCompoundChange();
        try {
            change.apply(document);
        } catch (BadLocationException e) {
            throw new IllegalStateException("edits behind the end of " + document.getLength() + " characters", e);
        } finally {
            undo.endCompoundChange();
        }
    }

    private static TextEdit joined(String text, List<TextEdit> edits) {
        int start = edits.stream().mapToInt(edit -> edit.range().start()).min().orElse(0);
        int end = edits.stream().mapToInt(edit -> edit.range().end()).max().orElse(0);
        TextRange all = new TextRange(start, end);
        List<TextEdit> inside =
                edits.stream().map(edit -> new TextEdit(edit.range().shifted(-start), edit.replacement())).toList();
        return new TextEdit(all, new TextEdits(inside).applyTo(all.of(text)));
    }
}
