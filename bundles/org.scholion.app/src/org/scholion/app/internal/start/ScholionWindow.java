package org.scholion.app.internal.start;

import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.scholion.app.internal.papers.PaperOpener;
import org.scholion.app.internal.welcome.WelcomeEditor;

/** The window: its size, its title, what is dropped on it, and the welcome where nothing is open. */
final class ScholionWindow extends WorkbenchWindowAdvisor {

    private static final String NAME = "Scholion";

    ScholionWindow(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new ScholionMenus(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(new Point(1280, 840));
        window.setShowMenuBar(true);
        window.setShowCoolBar(false);
        window.setShowStatusLine(true);
        window.setShowPerspectiveBar(false);
        window.setShowProgressIndicator(true);
        window.setTitle(NAME);
        window.addEditorAreaTransfer(FileTransfer.getInstance());
        window.configureEditorAreaDropListener(new FileDrop(window.getWindow()));
    }

    @Override
    public void postWindowOpen() {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        window.getPartService().addPartListener(new TitleKeeper());
        IWorkbenchPage page = window.getActivePage();
        if (page != null) {
            if (page.getEditorReferences().length == 0) {
                WelcomeEditor.open(page);
                // the window gets the keyboard only when it is open; then the first button shall have it
                window.getShell().getDisplay().asyncExec(() -> giveKeyboard(page));
            }
            showTitle(page.getActiveEditor());
        }
    }

    private static void giveKeyboard(IWorkbenchPage page) {
        IEditorPart editor = page.getActiveEditor();
        if (editor != null) {
            page.activate(editor);
            editor.setFocus();
        }
    }

    private void showTitle(@Nullable IEditorPart editor) {
        getWindowConfigurer().setTitle(editor == null ? NAME : editor.getTitle() + " – " + NAME);
    }

    /** Files that are dropped where editors are. */
    private static final class FileDrop extends DropTargetAdapter {

        private final IWorkbenchWindow window;

        FileDrop(IWorkbenchWindow window) {
            this.window = window;
        }

        @Override
        public void dragEnter(DropTargetEvent event) {
            event.detail = DND.DROP_COPY;
        }

        @Override
        public void drop(DropTargetEvent event) {
            if (event.data instanceof String[] files) {
                PaperOpener.open(window, Arrays.stream(files).map(Path::of).toList());
            }
        }
    }

    /** The title of the window names the file. */
    private final class TitleKeeper implements IPartListener {

        @Override
        public void partActivated(IWorkbenchPart part) {
            showTitle(part.getSite().getPage().getActiveEditor());
        }

        @Override
        public void partBroughtToTop(IWorkbenchPart part) {
            partActivated(part);
        }

        @Override
        public void partClosed(IWorkbenchPart part) {
            partActivated(part);
        }

        @Override
        public void partDeactivated(IWorkbenchPart part) {
            // the part that is activated instead sets the title
        }

        @Override
        public void partOpened(IWorkbenchPart part) {
            partActivated(part);
        }
    }
}
