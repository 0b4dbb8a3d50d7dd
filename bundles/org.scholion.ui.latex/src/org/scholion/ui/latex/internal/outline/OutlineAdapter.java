package org.scholion.ui.latex.internal.outline;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.scholion.ui.latex.internal.Papers;

/** Gives any text editor on a file of a paper the outline of the paper. */
public final class OutlineAdapter implements IAdapterFactory {

    @Override
    @SuppressWarnings("null") // the interface asks for null where there is no adapter
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        if (adaptable instanceof ITextEditor editor && type == IContentOutlinePage.class && editor.getEditorInput() != null) {
            Optional<Path> file = Papers.paperFile(editor.getEditorInput()).filter(path -> !Papers.isBibliography(path));
            return file.isPresent() ? type.cast(new PaperOutline(editor, file.get())) : null;
        }
        return null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class};
    }
}
