package org.scholion.ui.internal.editor;

import org.eclipse.ui.texteditor.ITextEditor;

/** Says something in the status line of an editor. */
public final class EditorStatus {

    private EditorStatus() {}

    public static void show(ITextEditor editor, String message) {
        editor.getEditorSite().getActionBars().getStatusLineManager().setMessage(message);
    }
}
