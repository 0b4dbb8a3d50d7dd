package org.scholion.app.internal.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.scholion.app.internal.AppIds;
import org.scholion.app.internal.papers.PaperOpener;

/** The Workbench of the application: what is opened at the start, and what the system or a second start asks to open later. */
final class ScholionWorkbench extends WorkbenchAdvisor {

    private static final int INBOX_MILLIS = 1000;

    private final List<Path> waiting;
    private final Inbox inbox;

    /** @param files to be opened as soon as there is a window */
    ScholionWorkbench(List<Path> files, Inbox inbox) {
        this.waiting = new ArrayList<>(files);
        this.inbox = inbox;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
        IDE.registerAdapters();
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return AppIds.PERSPECTIVE;
    }

    @Override
    public String getMainPreferencePageId() {
        return "org.scholion.ui.preferences";
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new ScholionWindow(configurer);
    }

    @Override
    public void preStartup() {
        Display.getCurrent().addListener(SWT.OpenDocument, event -> {
            waiting.add(Path.of(event.text));
            openWaiting();
        });
    }

    @Override
    public void postStartup() {
        PreferenceManager pages = PlatformUI.getWorkbench().getPreferenceManager();
        PreferencePages.trim(pages);
        openWaiting();
        Display display = Display.getCurrent();
        display.timerExec(INBOX_MILLIS, () -> lookIntoInbox(display));
    }

    private void lookIntoInbox(Display display) {
        try {
            inbox.take().ifPresent(files -> {
                waiting.addAll(files);
                openWaiting();
                toFront();
            });
        } catch (IOException problem) {
            ILog.of(ScholionWorkbench.class).error("What another start of Scholion wants opened cannot be read.", problem);
            return;
        }
        display.timerExec(INBOX_MILLIS, () -> lookIntoInbox(display));
    }

    private void openWaiting() {
        IWorkbenchWindow window = PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench().getActiveWorkbenchWindow() : null;
        if (window != null && !waiting.isEmpty()) {
            List<Path> files = List.copyOf(waiting);
            waiting.clear();
            PaperOpener.open(window, files);
        }
    }

    private static void toFront() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null) {
            Shell shell = window.getShell();
            shell.setMinimized(false);
            shell.forceActive();
        }
    }
}
