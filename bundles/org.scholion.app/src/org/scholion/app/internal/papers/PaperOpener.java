package org.scholion.app.internal.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.scholion.app.internal.AppIds;
import org.scholion.app.internal.Messages;

/** Opens files and folders where they are; nothing is copied, linked or written beside them. */
public final class PaperOpener {

    private PaperOpener() {}

    /** Opens each file in an editor, of a folder its main file, and shows the folders. What cannot be opened is said at the end. */
    public static void open(IWorkbenchWindow window, List<Path> paths) {
        IWorkbenchPage page = window.getActivePage();
        if (page == null) {
            return;
        }
        List<IStatus> problems = new ArrayList<>();
        for (Path path : paths) {
            try {
                open(page, path);
            } catch (PartInitException | IOException problem) {
                String reason = Files.exists(path) ? problem.getLocalizedMessage() : Messages.open_missing;
                problems.add(new Status(IStatus.ERROR, AppIds.BUNDLE, NLS.bind(Messages.open_failed, path, reason), problem));
            }
        }
        if (problems.size() == 1) {
            StatusManager.getManager().handle(problems.getFirst(), StatusManager.SHOW | StatusManager.LOG);
        } else if (!problems.isEmpty()) {
            MultiStatus all = new MultiStatus(
                    AppIds.BUNDLE, 0, problems.toArray(IStatus[]::new), NLS.bind(Messages.open_failedSome, problems.size()), null);
            StatusManager.getManager().handle(all, StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static void open(IWorkbenchPage page, Path path) throws PartInitException, IOException {
        Path file = path;
        if (Files.isDirectory(path)) {
            PathList.FOLDERS.add(path);
            Optional<Path> main = MainFile.in(path);
            if (main.isEmpty()) {
                page.showView(AppIds.PAPERS_VIEW);
                return;
            }
            file = main.get();
        } else if (!Files.isReadable(path)) {
            PathList.RECENT.remove(path);
            throw new IOException(path.toString());
        } else {
            showFolderOf(path);
        }
        IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(file.toUri()));
        PathList.RECENT.add(file);
    }

    private static void showFolderOf(Path file) {
        Path folder = file.getParent();
        boolean shown = PathList.FOLDERS.paths().stream().anyMatch(file::startsWith);
        if (folder != null && !shown) {
            PathList.FOLDERS.add(folder);
        }
    }
}
