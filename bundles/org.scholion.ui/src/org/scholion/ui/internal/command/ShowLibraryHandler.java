package org.scholion.ui.internal.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.Messages;

/** Opens the view of the library; the keyboard goes to its search field. */
public final class ShowLibraryHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(ScholionUi.LIBRARY_VIEW);
        } catch (PartInitException e) {
            throw new ExecutionException(Messages.command_cannotOpen, e);
        }
        return null;
    }
}
