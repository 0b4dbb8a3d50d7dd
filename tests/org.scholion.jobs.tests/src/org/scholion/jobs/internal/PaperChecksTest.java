package org.scholion.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.scholion.assist.CheckService;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.OpenFile;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperState;
import org.scholion.jobs.PaperState.Phase;
import org.scholion.jobs.PlacedFinding;
import org.scholion.jobs.ScholionSettings;
import org.scholion.jobs.SettingsStore;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.text.TextRange;

class PaperChecksTest {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    @TempDir
    Path folder;

    private final LineReader reader = new LineReader();
    private final WordChecker checker = new WordChecker();
    private final FakeSettings settings = new FakeSettings();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private PaperChecksComponent checks;

    /** Settings in memory. */
    private static final class FakeSettings implements SettingsStore {
        final AtomicReference<ScholionSettings> settings = new AtomicReference<>(new ScholionSettings(
                true, 0, Optional.empty(), "en-US", ScholionSettings.DEFAULT.categories(), Set.of(), Set.of(), 100));
        final List<Runnable> listeners = new CopyOnWriteArrayList<>();

        @Override
        public ScholionSettings current() {
            return settings.get();
        }

        @Override
        public void store(ScholionSettings newer) {
            settings.set(newer);
            listeners.forEach(Runnable::run);
        }

        @Override
        public void addListener(Runnable listener) {
            listeners.add(listener);
        }

        @Override
        public void removeListener(Runnable listener) {
            listeners.remove(listener);
        }
    }

    @BeforeEach
    void start() {
        BundleContext context = FrameworkUtil.getBundle(PaperChecksComponent.class).getBundleContext();
        var first = FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 1000));
        registrations.add(context.registerService(ManuscriptReader.class, reader, null));
        registrations.add(context.registerService(CheckService.class, checker, first));
        checks = new PaperChecksComponent(context, settings, new GroupExecutor());
    }

    @AfterEach
    void stop() throws InterruptedException {
        checker.gate.get().countDown();
        checker.lastGate.get().countDown();
        checks.deactivate();
        for (JobFamily family : JobFamily.values()) {
            Job.getJobManager().join(family, null);
        }
        registrations.forEach(ServiceRegistration::unregister);
    }

    @Test
    void anOpenedFileIsCheckedAsItStandsInTheEditor() throws IOException {
        OpenFile file = checks.open(write("a.lines", "the disk"), "teh editor");

        PaperState state = waitForDone(file);

        assertEquals(List.of("teh"), words(state));
        assertEquals("teh editor", state.manuscript().orElseThrow().sources().getFirst().text());
    }

    @Test
    void aChangeIsCheckedAfterThePause() throws IOException {
        OpenFile file = checks.open(write("a.lines", "fine"), "fine");
        waitForDone(file);

        file.changed(new TextRange(4, 4), " teh");

        waitUntil(() -> words(state(file)).equals(List.of("teh")), "the new word is found");
        PlacedFinding found = state(file).findings().getFirst();
        assertEquals(file.revision(), found.revision());
        assertEquals(Optional.of(new TextRange(5, 8)), file.toCurrent(found.finding().range().range(), found.revision()));
    }

    @Test
    void aNewerChangeCancelsTheCheckThatRuns() throws IOException {
        OpenFile file = checks.open(write("a.lines", "fine"), "fine");
        waitForDone(file);
        CountDownLatch closed = new CountDownLatch(1);
        checker.gate.set(closed);
        int before = checker.started.get();
        file.changed(new TextRange(0, 0), "teh ");
        waitUntil(() -> checker.started.get() > before, "a check runs");

        file.changed(new TextRange(0, 0), "teh ");

        waitUntil(() -> checker.cancelled.get() == 1, "the older check is cancelled");
        closed.countDown();
        waitUntil(() -> words(state(file)).size() == 2 && state(file).phase() == Phase.DONE, "the newer check has ended");
    }

    @Test
    void whatTheAuthorIsWritingShowsBeforeTheRestIsDone() throws IOException {
        OpenFile file = checks.open(write("a.lines", ""), "fine\nfine\nfine\n");
        waitForDone(file);
        checker.lastGate.set(new CountDownLatch(1));

        file.focus(4, new TextRange(0, 14));
        file.changed(new TextRange(4, 4), " teh");

        waitUntil(() -> words(state(file)).equals(List.of("teh")), "the finding at the caret");
        assertEquals(Phase.CHECKING, state(file).phase());
    }

    @Test
    void findingsComeBeforeTheCheckHasEnded() throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        checker.lastGate.set(closed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            text.append("teh line\n");
        }
        checker.gate.set(new CountDownLatch(1));
        OpenFile file = checks.open(write("a.lines", ""), text.toString());
        waitUntil(() -> file.paper().isPresent() && state(file).phase() == Phase.CHECKING, "the check runs");
        waitNanos(TimeUnit.MILLISECONDS.toNanos(80));
        checker.gate.get().countDown();

        waitUntil(() -> !words(state(file)).isEmpty(), "first findings");

        assertFalse(state(file).complete());
        assertEquals(0, checker.finished.get());
        closed.countDown();
        assertEquals(50, words(waitForDone(file)).size());
    }

    @Test
    void theBlockAtTheCaretIsWantedFirstThenWhatShows() throws IOException {
        OpenFile file = checks.open(write("a.lines", ""), "one\ntwo\nthree\nfour\nfive");
        file.focus(9, new TextRange(4, 13));
        waitForDone(file);

        file.changed(new TextRange(9, 9), "x");

        waitUntil(() -> checker.wantedFirst.get().equals(List.of(2, 1)), "wanted first: " + checker.wantedFirst.get());
    }

    @Test
    void filesOfOnePaperShareOneCheck() throws IOException {
        write("main.lines", "teh main");
        Path part = write("part.lines", "fine");
        OpenFile main = checks.open(folder.resolve("main.lines"), "teh main");
        OpenFile second = checks.open(part, "teh part");

        waitUntil(() -> checks.papers().size() == 1 && main.paper().isPresent() && second.paper().equals(main.paper()), "one paper");
        waitUntil(() -> words(state(main)).size() == 2, "both files are checked as they are edited");
    }

    @Test
    void severalPapersAreCheckedAtOnce() throws IOException {
        OpenFile one = checks.open(write("a.lines", ""), "teh one");
        OpenFile two = checks.open(write("b.lines", ""), "teh two");

        waitForDone(one);
        waitForDone(two);

        assertEquals(2, checks.papers().size());
        assertFalse(one.paper().equals(two.paper()));
    }

    @Test
    void withCheckingOffThePaperIsOnlyRead() throws IOException {
        settings.store(settings.current().withCheckWhileTyping(false));
        OpenFile file = checks.open(write("a.lines", ""), "teh");

        waitUntil(() -> file.paper().isPresent() && state(file).phase() == Phase.OFF, "it was read");

        assertTrue(state(file).manuscript().isPresent());
        assertEquals(0, checker.started.get());
        file.paper().orElseThrow().checkNow();
        assertEquals(1, words(waitForDone(file)).size());
    }

    @Test
    void aSettingThatChangesIsTakenUp() throws IOException {
        OpenFile file = checks.open(write("a.lines", ""), "teh");
        waitForDone(file);
        int before = checker.finished.get();

        settings.store(settings.current().withRules(Set.of("X"), Set.of()));

        waitUntil(() -> checker.finished.get() > before, "checked again");
    }

    @Test
    void aStoppedCheckStaysStopped() throws IOException {
        checker.gate.set(new CountDownLatch(1));
        OpenFile file = checks.open(write("a.lines", ""), "teh");
        waitUntil(() -> checker.started.get() == 1, "the check runs");

        file.paper().orElseThrow().cancel();

        waitUntil(() -> checker.cancelled.get() == 1, "cancelled");
        assertEquals(Phase.CANCELLED, state(file).phase());
    }

    @Test
    void whenTheRootIsGoneTheMessageNamesIt() throws IOException {
        Path main = write("main.lines", "main");
        OpenFile part = checks.open(write("part.lines", ""), "part");
        waitForDone(part);
        Files.delete(main);

        part.changed(new TextRange(0, 0), "x");

        waitUntil(() -> state(part).phase() == Phase.FAILED, "it fails");
        assertEquals("main.lines cannot be read.", state(part).message());
    }

    @Test
    void theLastClosedFileClosesThePaper() throws IOException {
        List<Phase> phases = new CopyOnWriteArrayList<>();
        OpenFile file = checks.open(write("a.lines", ""), "teh");
        waitForDone(file);
        Paper paper = file.paper().orElseThrow();
        checks.addListener(changed -> phases.add(changed.state().phase()));

        file.close();

        assertTrue(checks.papers().isEmpty());
        assertEquals(Phase.CLOSED, paper.state().phase());
        assertTrue(phases.contains(Phase.CLOSED));
        assertTrue(checks.openFile(folder.resolve("a.lines")).isEmpty());
    }

    @Test
    void typingDoesNotWaitForACheck() throws IOException {
        checker.gate.set(new CountDownLatch(1));
        OpenFile file = checks.open(write("a.lines", ""), "teh");
        waitUntil(() -> checker.started.get() == 1, "the check runs");

        for (int i = 0; i < 200; i++) {
            file.changed(new TextRange(0, 0), "x");
        }

        assertEquals("x".repeat(200) + "teh", checks.openTexts().openText(file.path()).orElseThrow().text());
    }

    @Test
    void findingsAreTheSameListWhileNothingIsFound() throws IOException {
        OpenFile file = checks.open(write("a.lines", ""), "teh");
        PaperState before = waitForDone(file);
        checker.gate.set(new CountDownLatch(1));

        file.changed(new TextRange(0, 0), " ");

        waitUntil(() -> state(file).phase() == Phase.CHECKING, "the check runs");
        assertSame(before.findings(), state(file).findings());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> words(PaperState state) {
        return state.findings().stream().map(placed -> placed.finding().text()).toList();
    }

    private static PaperState state(OpenFile file) {
        return file.paper().map(Paper::state).orElse(PaperState.INITIAL);
    }

    private PaperState waitForDone(OpenFile file) {
        waitUntil(() -> state(file).phase() == Phase.DONE, file.path() + " is checked");
        return state(file);
    }

    private static void waitNanos(long nanos) {
        long end = System.nanoTime() + nanos;
        waitUntil(() -> System.nanoTime() >= end, "time goes on");
    }

    private static void waitUntil(BooleanSupplier condition, String what) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "still not: " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
