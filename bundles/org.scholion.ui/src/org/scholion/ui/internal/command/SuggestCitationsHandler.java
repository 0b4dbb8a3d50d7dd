package org.scholion.ui.internal.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.citation.CitationsView;

/** Shows the works that can be cited at the caret, or in the sentence that is selected. */
public final class SuggestCitationsHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            CitationsView.open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage());
        } catch (PartInitException e) {
            throw new ExecutionException(Messages.command_cannotOpen, e);
        }
        return null;
    }
}
