package org.scholion.ui.word.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.scholion.assist.BlockAssistant;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.PaperState.Phase;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.LoggedErrors;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.word.internal.WordEditor;

/** A plain Eclipse workbench with a Word document outside of the workspace and a fast assistant; a test fails when an error is logged. */
abstract class WordWorkbenchTest {

    static final Duration LONG = Duration.ofSeconds(60);

    private static final ServiceCaller<PaperChecks> CHECKS = new ServiceCaller<>(WordWorkbenchTest.class, PaperChecks.class);

    final ScholionBot bot = new ScholionBot();

    @TempDir
    Path folder;

    LoggedErrors errors;
    private ServiceRegistration<BlockAssistant> registration;

    @BeforeEach
    void start() {
        errors = new LoggedErrors();
        BundleContext context = FrameworkUtil.getBundle(WordEditor.class).getBundleContext();
        registration = context.registerService(BlockAssistant.class, new FruitAssistant(), null);
        bot.waitForWorkbench();
    }

    @AfterEach
    void closeEverything() throws InterruptedException {
        bot.closeAllEditors();
        for (JobFamily family : JobFamily.values()) {
            Job.getJobManager().join(family, null);
        }
        registration.unregister();
        List<String> logged = errors.take().stream().map(status -> status + " " + status.getException()).toList();
        errors.close();
        assertEquals(List.of(), logged);
    }

    /** Opens a document and waits until it was checked. */
    BotEditor open(Path file) {
        BotEditor editor = bot.open(file);
        waitUntilChecked(file);
        return editor;
    }

    void waitUntilChecked(Path file) {
        bot.waitUntil(
                () -> CHECKS.current().flatMap(checks -> checks.paper(file)).map(paper -> paper.state().phase() == Phase.DONE).orElse(false),
                file.getFileName() + " is checked",
                LONG);
    }

    void waitForMarks(BotEditor editor, String... words) {
        bot.waitUntil(
                () -> covered(editor).equals(List.of(words)), () -> "marks on " + List.of(words) + ", but on " + covered(editor), LONG);
    }

    static List<String> covered(BotEditor editor) {
        return editor.marks("org.scholion.ui").stream().map(BotEditor.Mark::covered).toList();
    }
}
