package org.scholion.app.internal.command;

import java.io.IOException;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.handlers.HandlerUtil;
import org.scholion.app.internal.papers.PaperOpener;
import org.scholion.app.internal.welcome.SamplePaper;

/** Opens the writer's copy of the sample paper. */
public final class OpenSample extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            PaperOpener.open(HandlerUtil.getActiveWorkbenchWindowChecked(event), List.of(SamplePaper.copy()));
        } catch (IOException problem) {
            throw new ExecutionException(problem.getMessage(), problem);
        }
        return null;
    }
}
