package org.scholion.ui.internal.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.scholion.jobs.Paper;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;

/** Checks the paper of the active editor and shows what was found. */
public final class CheckPaperHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        PaperUi ui = PaperUi.ofWorkbench();
        ui.tracker().start(HandlerUtil.getActiveWorkbenchWindowChecked(event).getWorkbench());
        ui.tracker().activePaper().ifPresent(Paper::checkNow);
        try {
            HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(ScholionUi.FINDINGS_VIEW);
        } catch (PartInitException e) {
            throw new ExecutionException(Messages.command_cannotOpen, e);
        }
        return null;
    }
}
