package org.scholion.ui.internal.editor;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.scholion.ui.internal.PaperUi;

/** Begins to watch editors when the Workbench is up. */
public final class PaperStartup implements IStartup {

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().asyncExec(() -> {
            if (!workbench.isClosing()) {
                PaperUi.ofWorkbench().tracker().start(workbench);
            }
        });
    }
}
