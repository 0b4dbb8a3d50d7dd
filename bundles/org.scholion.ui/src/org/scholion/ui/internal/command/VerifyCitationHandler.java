package org.scholion.ui.internal.command;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.citation.SupportDialog;

/** Looks whether the works that are cited at the caret, or in the sentence there, say so. */
public final class VerifyCitationHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        PaperUi ui = PaperUi.ofWorkbench();
        Optional<Path> file = ui.tracker().activeDocument().map(document -> document.file().path());
        Optional<ITextEditor> editor = ui.tracker().activeEditor();
        if (file.isPresent() && editor.isPresent() && editor.get().getSelectionProvider().getSelection() instanceof ITextSelection selection) {
            int offset = Math.max(0, selection.getOffset());
            SupportDialog.open(
                    HandlerUtil.getActiveShellChecked(event), cancel -> ui.citations().verify(file.get(), offset, cancel));
        }
        return null;
    }
}
