package org.scholion.ui.internal.editor;

import java.util.Map;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.ui.internal.PaperUi;

/** The variable that says whether the active editor shows a file of a paper. */
public final class ActivePaperProvider extends AbstractSourceProvider {

    private static final String VARIABLE = "org.scholion.ui.paperActive";

    private final PaperUi ui = PaperUi.ofWorkbench();
    private final Runnable listener = this::update;
    private boolean active;

    public ActivePaperProvider() {
        ui.tracker().addListener(listener);
    }

    @Override
    public void dispose() {
        ui.tracker().removeListener(listener);
    }

    @Override
    public Map<String, Object> getCurrentState() {
        return Map.of(VARIABLE, active);
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {VARIABLE};
    }

    private void update() {
        boolean now = isActive();
        if (now != active) {
            active = now;
            fireSourceChanged(ISources.WORKBENCH, VARIABLE, active);
        }
    }

    private boolean isActive() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        IEditorPart part = page == null ? null : page.getActiveEditor();
        ITextEditor editor = part == null ? null : Adapters.adapt(part, ITextEditor.class);
        return editor != null && ui.tracker().document(editor).isPresent();
    }
}
