package org.scholion.app.internal.start;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.scholion.app.internal.Messages;

/** Starts the window. A second start gives its files to the one that runs and ends. */
public final class ScholionApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) throws IOException {
        Display.setAppName("Scholion");
        Display display = PlatformUI.createDisplay();
        try {
            Location location = place();
            List<Path> files = StartArguments.files(context);
            Inbox inbox = new Inbox(Path.of(URI.create(location.getURL().toString().replace(" ", "%20"))));
            if (!location.lock()) {
                context.applicationRunning();
                return handOver(inbox, files, display);
            }
            int code = PlatformUI.createAndRunWorkbench(display, new ScholionWorkbench(files, inbox));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    /** Where settings and drafts are kept: what the start said, else a folder of the user; nobody is asked. */
    private static Location place() throws IOException {
        Location location = Platform.getInstanceLocation();
        if (!location.isSet()) {
            Path folder = Path.of(System.getProperty("user.home"), ".scholion", "workspace");
            Files.createDirectories(folder);
            location.set(folder.toUri().toURL(), false);
        }
        return location;
    }

    private static Object handOver(Inbox inbox, List<Path> files, Display display) {
        try {
            inbox.put(files);
        } catch (IOException problem) {
            ILog.of(ScholionApplication.class).error("A running Scholion could not be told what to open.", problem);
            MessageDialog.openError(
                    new Shell(display), Messages.running_title, NLS.bind(Messages.running_message, problem.getMessage()));
        }
        return EXIT_OK;
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            Display display = workbench.getDisplay();
            display.syncExec(() -> {
                if (!display.isDisposed()) {
                    workbench.close();
                }
            });
        }
    }
}
