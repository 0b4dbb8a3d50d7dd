package org.scholion.ui.internal.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.PlatformUI;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Opens a document in the viewer of the user; at a page where that can be told one. */
final class OpenPdfJob extends ScholionJob {

    private final Path file;
    private final OptionalInt page;
    private final Consumer<String> failed;

    /** @param failed hears in the thread of the user interface why it could not be opened */
    OpenPdfJob(Path file, OptionalInt page, Consumer<String> failed) {
        super(NLS.bind(Messages.job_open, file.getFileName()), JobFamily.LOCATE, Job.SHORT);
        this.file = file;
        this.page = page;
        this.failed = failed;
        setSystem(true);
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
        boolean opened = Files.exists(file) && openedAtPage();
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            if (!opened && (!Files.exists(file) || !Program.launch(file.toString()))) {
                failed.accept(NLS.bind(org.scholion.ui.internal.Messages.citations_cannotOpen, file));
            }
        });
    }

    private boolean openedAtPage() {
        if (page.isEmpty() || !Platform.getOS().equals(Platform.OS_LINUX)) {
            return false;
        }
        try {
            Process asked = new ProcessBuilder("xdg-mime", "query", "default", "application/pdf")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String viewer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Optional<List<String>> command = Openers.command(viewer, file, page, System.getenv());
            if (command.isEmpty()) {
                return false;
            }
            new ProcessBuilder(command.get())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException noSuchProgram) {
            // the platform opens it without the page
            return false;
        }
    }
}
