package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.scholion.assist.citations.CitationSupport.Passage;
import org.scholion.assist.citations.CitationSupport.Verdict;
import org.scholion.assist.citations.CitationSupport;
import org.scholion.assist.citations.CitationVerifier;
import org.scholion.jobs.JobFamily;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotView;
import org.scholion.testkit.ScholionBot;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.ScholionUi;

/** Whether a cited work says so is told in a window beside the paper: passage, page, or plainly that nothing was found. */
class VerifyCitationTest extends CitationsTest {

    private static final String COMMAND = "org.scholion.ui.verifyCitation";

    private final List<String> asked = new ArrayList<>();
    private ServiceRegistration<CitationVerifier> verifier;
    private volatile CountDownLatch hold = new CountDownLatch(0);

    @BeforeEach
    void answer() {
        verifier = FrameworkUtil.getBundle(PaperUi.class).getBundleContext().registerService(
                CitationVerifier.class, this::verify, new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 1000)));
    }

    @AfterEach
    void forget() {
        verifier.unregister();
    }

    private CitationSupport verify(String sentence, String key, List<Path> libraries, CancelToken cancel) throws CancelledException {
        asked.add(key + ": " + sentence);
        try {
            while (!hold.await(20, TimeUnit.MILLISECONDS)) {
                cancel.check();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return key.equals("brown12")
                ? new CitationSupport(
                        Verdict.SUPPORTED, Optional.of(new Passage("Fruit was described & drawn.", 7, 0.83)), "Page 7 says much the same.",
                        Optional.of(Path.of("/papers/brown12.pdf")))
                : new CitationSupport(Verdict.NOT_FOUND, Optional.of(new Passage("Cold stores.", 2, 0.2)), "Nothing is near enough.", Optional.empty());
    }

    private List<String> texts(ScholionBot dialog) {
        return bot.ask(() -> {
            List<String> texts = new ArrayList<>();
            dialog.controls().forEach(control -> {
                if (control instanceof Label label) {
                    texts.add(label.getText().replace("&&", "&"));
                } else if (control instanceof Text text) {
                    texts.add(text.getText());
                }
            });
            return texts;
        });
    }

    private ScholionBot dialog(String expected) {
        ScholionBot dialog = bot.shell(Messages.verify_title);
        bot.waitUntil(() -> texts(dialog).contains(expected), () -> expected + ", but " + texts(dialog), LONG);
        return dialog;
    }

    @Test
    void theCitationAtTheCaretIsLookedUp() throws IOException {
        BotEditor editor = open(fruit(), GENERIC);
        editor.show();
        editor.navigateTo("rown12");
        bot.command(COMMAND);
        ScholionBot dialog = dialog("Fruit was described & drawn.");
        bot.screenshot("verify-citation");
        List<String> texts = texts(dialog);
        assertTrue(texts.contains("On page 7 (83 of 100):"), texts.toString());
        assertTrue(texts.contains("It says this. Page 7 says much the same."), texts.toString());
        assertTrue(dialog.button("Open Document").isEnabled());
        assertEquals(List.of("brown12: Fruit was first described by others."), asked);
        dialog.button("Close").click();
    }

    @Test
    void anywhereInTheSentenceItsCitationsAreMeant() throws IOException {
        BotEditor editor = open(fruit(), GENERIC);
        editor.show();
        editor.navigateTo("first described");
        bot.command(COMMAND);
        dialog("Fruit was described & drawn.").button("Close").click();
    }

    @Test
    void aSentenceWithoutACitationIsToldSo() throws IOException {
        BotEditor editor = open(fruit(), GENERIC);
        editor.show();
        editor.navigateTo("apples");
        bot.command(COMMAND);
        dialog(Messages.verify_nothing).button("Close").click();
        assertEquals(List.of(), asked);
    }

    @Test
    void aSelectedWorkOfTheViewIsComparedWithTheSentence() throws IOException {
        BotView view = bot.showView(ScholionUi.CITATIONS_VIEW);
        BotEditor editor = open(fruit(), GENERIC);
        editor.navigateTo("apples");
        bot.waitUntil(() -> keys(view).equals(List.of("adams01", "brown12")), "works are ranked", LONG);
        view.bot().tree().select("adams01").contextMenu(Messages.verify_action);
        ScholionBot dialog = dialog("Not found in the text. Nothing is near enough.");
        bot.screenshot("verify-citation-of-the-view");
        assertTrue(texts(dialog).contains("The nearest passage, on page 2 (20 of 100):"), texts(dialog).toString());
        assertEquals(List.of("adams01: It is known that apples keep in cold stores until spring."), asked);
        dialog.button("Close").click();
        view.close();
    }

    @Test
    void closingTheWindowEndsTheSearch() throws IOException {
        hold = new CountDownLatch(1);
        BotEditor editor = open(fruit(), GENERIC);
        editor.show();
        editor.navigateTo("rown12");
        bot.command(COMMAND);
        bot.waitUntil(() -> !asked.isEmpty(), "the search has begun", LONG);
        bot.shell(Messages.verify_title).button("Close").click();
        bot.waitUntil(
                () -> List.of(Job.getJobManager().find(JobFamily.LIBRARY)).stream().noneMatch(job -> job.getName().equals(Messages.verify_job)),
                "the search has ended", LONG);
    }
}
