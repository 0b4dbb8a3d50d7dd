package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.ui.internal.draft.Messages;
import org.scholion.ui.internal.draft.Task;

/** Slow engines, and those that say what the paper does not say. */
class AssistantEnginesTest extends AssistantTest {

    private final FakeDrafts engine = new FakeDrafts();
    private ServiceRegistration<DraftAssistant> registration;

    @BeforeEach
    void chooseTheFakeEngine() throws IOException {
        registration = FrameworkUtil.getBundle(PaperUi.class).getBundleContext().registerService(DraftAssistant.class, engine, FakeDrafts.BEFORE_ALL_OTHERS);
        open(hall(), GENERIC);
        showView();
        bot.waitUntil(() -> hasCombo(Messages.bar_engine), "there are two engines to choose from", LONG);
        choose(Messages.bar_engine, 1);
    }

    @AfterEach
    void forget() {
        engine.gates.values().forEach(CountDownLatch::countDown);
        registration.unregister();
    }

    private void write(int words) {
        setWords(words);
        write(Task.ABSTRACT);
    }

    @Test
    void whatThePaperDoesNotSayIsMarked() {
        write(100);

        waitForSentences();

        assertEquals(List.of("100 words.", "A guess.", "A dream."), sentences());
        assertEquals(Messages.line_unsupported, origins().get(2));
        assertTrue(origins().get(1).startsWith("The paper does not say this. The nearest is: "), origins().get(1));
        waitForLabel("6 of 100 words \u00b7 Fake writer 7 \u00b7 GPU \u00b7 ");
    }

    @Test
    void moreWordsThanAllowedAreToldAtOnce() {
        write(30);
        waitForSentences();

        bot.ask(() -> {
            rows().getFirst().setText("word ".repeat(40));
            return null;
        });

        waitForLabel("44 words, more than 30");
    }

    @Test
    void stopEndsTheWork() {
        engine.gates.put(100, new CountDownLatch(1));
        write(100);
        bot.waitUntil(() -> engine.begun == 1, "the work has begun", LONG);
        waitForLabel(Messages.view_writing);

        view.bot().button(Messages.bar_stop).click();

        waitForLabel(Messages.view_stopped);
        bot.waitUntil(() -> engine.cancelled == 1, "the engine was told", LONG);
        bot.waitUntil(Jobs::areIdle, "the job has ended", LONG);
        assertEquals(List.of(), sentences());
    }

    @Test
    void anOlderTextNeverReplacesANewerOne() {
        engine.deaf = true;
        engine.gates.put(100, new CountDownLatch(1));
        write(100);
        bot.waitUntil(() -> engine.begun == 1, "the work has begun", LONG);

        write(50);
        engine.gates.get(100).countDown();

        waitForSentences();
        bot.waitUntil(Jobs::areIdle, "all jobs have ended", LONG);
        assertEquals("50 words.", sentences().getFirst());
    }

    @Test
    void aFailureIsToldAndLeavesTheSentencesThatAreThere() {
        write(100);
        waitForSentences();

        write(Task.PAPER);

        waitForLabel("The fake writer makes no summaries.");
        assertEquals("100 words.", sentences().getFirst());
    }
}
