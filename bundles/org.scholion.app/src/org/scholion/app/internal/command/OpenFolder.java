package org.scholion.app.internal.command;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.scholion.app.internal.Messages;
import org.scholion.app.internal.papers.PaperOpener;

/** Asks for a folder, shows it and opens its main file. */
public final class OpenFolder extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        DirectoryDialog dialog = new DirectoryDialog(window.getShell(), SWT.OPEN);
        dialog.setText(Messages.openFolder_title);
        dialog.setMessage(Messages.openFolder_message);
        String folder = dialog.open();
        if (folder != null) {
            PaperOpener.open(window, List.of(Path.of(folder)));
        }
        return null;
    }
}
