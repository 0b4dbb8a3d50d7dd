package org.scholion.ui.internal.command;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.scholion.jobs.PlacedFinding;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.editor.EditorStatus;
import org.scholion.ui.internal.editor.FindingNavigator;
import org.scholion.ui.internal.editor.FindingText;
import org.scholion.ui.internal.view.FindingsView;

/** Goes to the next finding, or to the one before, and says in the status line what it is. */
public final class NavigateHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        boolean forward = event.getCommand().getId().equals(ScholionUi.NEXT_FINDING);
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        PaperUi ui = PaperUi.ofWorkbench();
        try {
            Optional<PlacedFinding> found = new FindingNavigator(ui).go(forward, window.getActivePage());
            found.ifPresent(placed -> {
                IViewPart view = window.getActivePage().findView(ScholionUi.FINDINGS_VIEW);
                if (view instanceof FindingsView findings) {
                    findings.select(placed);
                }
            });
            String message = found.map(placed -> FindingText.hover(placed.advice()).replace('\n', ' '))
                    .orElse(Messages.command_noFinding);
            ui.tracker().activeEditor().ifPresent(editor -> EditorStatus.show(editor, message));
        } catch (PartInitException e) {
            throw new ExecutionException(Messages.command_cannotOpen, e);
        }
        return null;
    }
}
