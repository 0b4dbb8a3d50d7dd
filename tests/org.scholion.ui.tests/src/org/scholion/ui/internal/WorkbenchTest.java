package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.UserFiles;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.PaperState.Phase;
import org.scholion.jobs.ScholionSettings;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.LoggedErrors;
import org.scholion.testkit.ScholionBot;

/** A Workbench with a fast assistant; a test fails when an error is logged. */
abstract class WorkbenchTest {

    static final String PLAIN = "org.eclipse.ui.DefaultTextEditor";
    static final String GENERIC = "org.eclipse.ui.genericeditor.GenericEditor";
    static final Duration LONG = Duration.ofSeconds(Integer.getInteger("scholion.patience", 60));

    final ScholionBot bot = new ScholionBot();
    final FakeAssistant assistant = new FakeAssistant();

    @TempDir
    Path folder;

    PaperUi ui;
    private LoggedErrors errors;
    private ServiceRegistration<BlockAssistant> registration;

    @BeforeEach
    void openWorkbench() throws IOException {
        errors = new LoggedErrors();
        BundleContext context = FrameworkUtil.getBundle(PaperUi.class).getBundleContext();
        registration = context.registerService(BlockAssistant.class, assistant, null);
        bot.waitForWorkbench();
        ui = bot.ask(PaperUi::ofWorkbench);
        bot.waitUntil(() -> ui.tracker().isStarted(), "the tracker has started", LONG);
        ui.settings().store(ScholionSettings.DEFAULT);
        Files.deleteIfExists(UserFiles.standard().dictionary());
    }

    @AfterEach
    void closeEverything() throws InterruptedException, IOException {
        assistant.gate.get().countDown();
        bot.closeAllEditors();
        for (JobFamily family : JobFamily.values()) {
            Job.getJobManager().join(family, null);
        }
        registration.unregister();
        ui.settings().store(ScholionSettings.DEFAULT);
        Files.deleteIfExists(UserFiles.standard().dictionary());
        List<String> logged = errors.take().stream().map(status -> status + " " + status.getException()).toList();
        errors.close();
        assertEquals(List.of(), logged);
    }

    /** A paper of these lines. */
    Path paper(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(
                file, "\\documentclass{article}\n\\begin{document}\n" + String.join("\n", lines) + "\n\\end{document}\n");
        return file;
    }

    BotEditor open(Path file, String editorId) {
        BotEditor editor = bot.open(file, editorId);
        waitUntilChecked(file);
        return editor;
    }

    void waitUntilChecked(Path file) {
        bot.waitUntil(
                () -> checks().paper(file).map(paper -> paper.state().phase() == Phase.DONE).orElse(false),
                file.getFileName() + " is checked",
                LONG);
    }

    Paper paperOf(Path file) {
        return checks().paper(file).orElseThrow();
    }

    PaperChecks checks() {
        return ui.checks();
    }

    /** What the marks of the fake assistant cover. */
    static List<String> covered(BotEditor editor) {
        return editor.marks("org.scholion.ui").stream()
                .filter(mark -> mark.text().contains("fruit rule"))
                .map(BotEditor.Mark::covered)
                .toList();
    }

    void waitForMarks(BotEditor editor, String... words) {
        bot.waitUntil(
                () -> covered(editor).equals(List.of(words)),
                () -> "marks on " + List.of(words) + ", but on " + covered(editor),
                LONG);
    }

    static List<String> linesOf(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
