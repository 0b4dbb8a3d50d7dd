package org.scholion.ui.internal.editor;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.jface.text.IViewportListener;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.custom.CaretListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.text.TextRange;
import org.scholion.ui.ScholionUi;

/** A text editor on a file of a paper: tells where the author is, when the file was saved, and switches the key bindings on. */
final class EditorBinding {

    private final ITextEditor editor;
    private final DocumentBinding document;
    private final IAnnotationModel model;
    private final Runnable moved;
    private final Optional<ISourceViewer> viewer;
    private final CaretListener carets = event -> tellFocus();
    private final IViewportListener viewports = position -> tellFocus();
    private final IPropertyListener properties = (source, id) -> propertyChanged(id);
    private final @Nullable IContextActivation context;

    /** @param moved told after the caret moved */
    EditorBinding(ITextEditor editor, DocumentBinding document, IAnnotationModel model, Runnable moved) {
        this.moved = moved;
        this.editor = editor;
        this.document = document;
        this.model = model;
        viewer = viewer(editor);
        document.attach(model);
        editor.addPropertyListener(properties);
        IContextService contexts = editor.getSite().getService(IContextService.class);
        context = contexts == null ? null : contexts.activateContext(ScholionUi.PAPER_CONTEXT);
        viewer.ifPresent(found -> {
            found.getTextWidget().addCaretListener(carets);
            found.addViewportListener(viewports);
        });
        tellFocus();
    }

    /** The viewer inside a text editor; empty where it hides it. */
    static Optional<ISourceViewer> viewer(ITextEditor editor) {
        return editor.getAdapter(ITextOperationTarget.class) instanceof ISourceViewer viewer ? Optional.of(viewer) : Optional.empty();
    }

    DocumentBinding document() {
        return document;
    }

    /** Gives up the editor, which may be closed already. True when the document has no editor any more. */
    boolean dispose() {
        editor.removePropertyListener(properties);
        IContextService contexts = editor.getSite().getService(IContextService.class);
        if (context != null && contexts != null) {
            contexts.deactivateContext(context);
        }
        viewer.filter(EditorBinding::isAlive).ifPresent(found -> {
            found.getTextWidget().removeCaretListener(carets);
            found.removeViewportListener(viewports);
        });
        return document.detach(model);
    }

    private void propertyChanged(int id) {
        if (id == IEditorPart.PROP_DIRTY && !editor.isDirty()) {
            document.file().saved();
        }
    }

    private static boolean isAlive(ISourceViewer viewer) {
        StyledText text = viewer.getTextWidget();
        return text != null && !text.isDisposed() && viewer.getDocument() != null;
    }

    private void tellFocus() {
        viewer.filter(EditorBinding::isAlive).ifPresent(found -> {
            int caret = found.getTextWidget().getCaretOffset();
            if (found instanceof ITextViewerExtension5 folding) {
                caret = folding.widgetOffset2ModelOffset(caret);
            }
            int top = Math.max(0, found.getTopIndexStartOffset());
            int bottom = Math.max(top, found.getBottomIndexEndOffset());
            document.file().focus(Math.max(0, caret), new TextRange(top, bottom));
            moved.run();
        });
    }
}
