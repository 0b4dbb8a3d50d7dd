package org.scholion.app.internal.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.scholion.app.internal.Messages;
import org.scholion.app.internal.papers.PaperOpener;
import org.scholion.app.internal.papers.PathList;

/** Asks for files and opens them. */
public final class OpenFile extends AbstractHandler {

    private static final String LATEX = "*.tex;*.ltx;*.latex;*.bib;*.sty;*.cls";
    private static final String WORD = "*.docx;*.docm;*.dotx";

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(Messages.openFile_title);
        dialog.setFilterNames(new String[] {Messages.openFile_papers, Messages.openFile_latex, Messages.openFile_word, Messages.openFile_all});
        dialog.setFilterExtensions(new String[] {LATEX + ";" + WORD, LATEX, WORD, "*"});
        PathList.FOLDERS.paths().stream().findFirst().ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        if (dialog.open() != null) {
            List<Path> files = new ArrayList<>();
            for (String name : dialog.getFileNames()) {
                files.add(Path.of(dialog.getFilterPath(), name));
            }
            PaperOpener.open(window, files);
        }
        return null;
    }
}
