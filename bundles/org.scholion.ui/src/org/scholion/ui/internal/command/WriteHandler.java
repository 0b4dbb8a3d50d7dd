package org.scholion.ui.internal.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.draft.AssistantView;
import org.scholion.ui.internal.draft.Task;

/** Opens the view and writes what the command is for. */
public final class WriteHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            AssistantView.write(
                    HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(),
                    Task.of(event.getCommand().getId()));
        } catch (PartInitException e) {
            throw new ExecutionException(Messages.command_cannotOpen, e);
        }
        return null;
    }
}
