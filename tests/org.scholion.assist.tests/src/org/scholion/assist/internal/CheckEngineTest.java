package org.scholion.assist.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.Advice;
import org.scholion.assist.AssistException;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckResult;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.assist.FindingFilter;
import org.scholion.assist.Origin;
import org.scholion.assist.PaperAssistant;
import org.scholion.assist.Severity;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Directive;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

class CheckEngineTest {

    private static final Consumer<CheckRequest.Progress> NOBODY = progress -> {
        // nobody is told
    };
    private static final Executor NONE = task -> {
        // runs nothing
    };

    private final WordAssistant bad = new WordAssistant("bad");
    private final CheckEngine engine = new CheckEngine(List.of(bad), List.of(), List.of());

    private static List<String> texts(CheckResult result) {
        return result.findings().stream().map(Finding::text).toList();
    }

    private CheckResult check(Manuscript manuscript) throws CancelledException {
        return check(manuscript, CheckSettings.DEFAULT);
    }

    private CheckResult check(Manuscript manuscript, CheckSettings settings) throws CancelledException {
        return engine.check(CheckRequest.of(manuscript, settings), CancelToken.NEVER);
    }

    private static CheckSettings settings(Set<Category> categories, Set<String> rulesOff, Map<String, Set<String>> ignored) {
        return new CheckSettings(categories, Optional.empty(), "en-US", rulesOff, Set.of(), Set.of(), ignored);
    }

    @Test
    void locatesFindingsInTheSourceInItsOrder() throws Exception {
        CheckResult result = check(Papers.of("so bad $x$ bad", "bad"));
        assertEquals(List.of(3, 11, 15), result.findings().stream().map(finding -> finding.range().range().start()).toList());
    }

    @Test
    void completesWhatIsKept() throws Exception {
        assertEquals(List.of("better"), check(Papers.of("bad")).findings().getFirst().advice().replacements());
        assertEquals(1, bad.completed.get());
    }

    @Test
    void asksAgainOnlyAboutABlockThatChanged() throws Exception {
        check(Papers.of("one bad", "two bad", "three bad"));
        CheckResult second = check(Papers.of("one bad", "two very bad", "three bad"));
        assertEquals(4, bad.asked.get());
        assertEquals(1, second.checkedBlocks());
        assertEquals(3, second.findings().size());
    }

    @Test
    void asksOnceAboutBlocksThatAreAlike() throws Exception {
        CheckResult result = check(Papers.of("bad", "bad", "bad"));
        assertEquals(1, bad.asked.get());
        assertEquals(3, result.findings().size());
    }

    @Test
    void forgetsWhatIsOldWhenTheMemoryIsFull() throws Exception {
        CheckEngine small = new CheckEngine(List.of(bad), List.of(), List.of(), 10);
        for (String text : List.of("one bad", "two bad", "one bad")) {
            small.check(CheckRequest.of(Papers.of(text), CheckSettings.DEFAULT), CancelToken.NEVER);
        }
        assertEquals(3, bad.asked.get());
    }

    @Test
    void judgesFirstWhatIsWantedFirst() throws Exception {
        List<Integer> order = new ArrayList<>();
        engine.check(
                new CheckRequest(
                        Papers.of("a", "b", "c", "d"), CheckSettings.DEFAULT, List.of(2, 3, 99), Runnable::run, 1,
                        progress -> order.add(progress.blockIndex())),
                CancelToken.NEVER);
        assertEquals(List.of(2, 3, 0, 1), order);
    }

    @Test
    void tellsOfEachBlockWithWhatIsDone() throws Exception {
        List<CheckRequest.Progress> told = Collections.synchronizedList(new ArrayList<>());
        engine.check(
                new CheckRequest(Papers.of("bad", "good"), CheckSettings.DEFAULT, List.of(), Runnable::run, 1, told::add),
                CancelToken.NEVER);
        assertEquals(2, told.getLast().done());
        assertEquals(2, told.getLast().total());
        assertEquals(1, told.getFirst().findings().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void findsTheSameWithAnyNumberOfWorkers(int parallelism) throws Exception {
        String[] paragraphs = new String[40];
        for (int i = 0; i < paragraphs.length; i++) {
            paragraphs[i] = "paragraph " + i + " is bad";
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(3)) {
            CheckResult result = engine.check(
                    new CheckRequest(Papers.of(paragraphs), CheckSettings.DEFAULT, List.of(), workers, parallelism, NOBODY),
                    CancelToken.NEVER);
            assertEquals(paragraphs.length, result.findings().size());
        }
    }

    @Test
    void doesNotNeedTheWorkers() {
        List<Executor> useless = List.of(NONE, task -> {
            throw new RejectedExecutionException("busy");
        });
        for (Executor workers : useless) {
            CheckResult result = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> engine.check(
                    new CheckRequest(Papers.of("bad", "so bad"), CheckSettings.DEFAULT, List.of(), workers, 4, NOBODY),
                    CancelToken.NEVER));
            assertEquals(2, result.findings().size());
        }
    }

    @Test
    void aWorkerThatComesLateFindsNothingToDo() throws Exception {
        List<Runnable> later = new ArrayList<>();
        engine.check(
                new CheckRequest(Papers.of("bad", "so bad"), CheckSettings.DEFAULT, List.of(), later::add, 3, NOBODY),
                CancelToken.NEVER);
        later.forEach(Runnable::run);
        assertEquals(2, bad.asked.get());
    }

    @Test
    void leavesAtOnceWhenNobodyWaitsThoughAWorkerIsBusy() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        AtomicBoolean cancelled = new AtomicBoolean();
        WordAssistant slow = new WordAssistant("slow") {
            @Override
            public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel)
                    throws AssistException, CancelledException {
                if (Thread.currentThread().getName().equals("worker")) {
                    cancelled.set(true);
                    await(free);
                } else {
                    while (!cancel.isCancelled()) {
                        Thread.onSpinWait();
                    }
                }
                return super.check(block, settings, cancel);
            }
        };
        CheckEngine slowEngine = new CheckEngine(List.of(slow), List.of(), List.of());
        try (ExecutorService workers = Executors.newFixedThreadPool(1, task -> new Thread(task, "worker"))) {
            CheckRequest request = new CheckRequest(
                    Papers.of("one", "two"), CheckSettings.DEFAULT, List.of(), workers, 2, NOBODY);
            try {
                assertTimeoutPreemptively(Duration.ofSeconds(10), () ->
                        assertThrows(CancelledException.class, () -> slowEngine.check(request, cancelled::get)));
            } finally {
                free.countDown();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatWasFoundBeforeCancellingIsKept() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        Manuscript paper = Papers.of("one bad", "two bad");
        CheckRequest request = new CheckRequest(
                paper, CheckSettings.DEFAULT, List.of(), Runnable::run, 1, progress -> cancelled.set(true));
        assertThrows(CancelledException.class, () -> engine.check(request, cancelled::get));
        assertEquals(1, check(paper).checkedBlocks());
    }

    @Test
    void anAssistantThatCannotWorkIsOneMessageAndTheOthersGoOn() throws Exception {
        WordAssistant broken = new WordAssistant("x") {
            @Override
            public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel) throws AssistException {
                asked.incrementAndGet();
                throw new AssistException("install it");
            }
        };
        CheckResult result = new CheckEngine(List.of(broken, bad), List.of(), List.of())
                .check(CheckRequest.of(Papers.of("bad", "so bad"), CheckSettings.DEFAULT), CancelToken.NEVER);
        assertEquals(List.of("install it"), result.failures());
        assertEquals(1, broken.asked.get());
        assertEquals(2, result.findings().size());
    }

    @Test
    void whatAnAssistantCannotDoInALanguageOfThePaperIsToldOnce() throws Exception {
        WordAssistant limited = new WordAssistant("bad") {
            @Override
            public Optional<String> limitation(String language) {
                return language.startsWith("en") ? Optional.of("by rules alone") : Optional.empty();
            }
        };
        CheckEngine limitedEngine = new CheckEngine(List.of(limited), List.of(), List.of());
        Manuscript paper = Papers.of("bad", "so bad");
        CheckResult result = limitedEngine.check(CheckRequest.of(paper, CheckSettings.DEFAULT), CancelToken.NEVER);
        assertEquals(List.of("by rules alone"), result.limitations());
        assertEquals(List.of(), result.failures());
        CheckSettings german = CheckSettings.DEFAULT.withLanguages(Optional.of("de-DE"), "en-US");
        assertEquals(List.of(), limitedEngine.check(CheckRequest.of(paper, german), CancelToken.NEVER).limitations());
        CheckSettings elsewhere = CheckSettings.DEFAULT.withCategories(Set.of(Category.CITATION));
        assertEquals(List.of(), limitedEngine.check(CheckRequest.of(paper, elsewhere), CancelToken.NEVER).limitations());
    }

    @Test
    void anExceptionOnOneBlockLosesOnlyThatBlock() throws Exception {
        WordAssistant stumbling = new WordAssistant("bad") {
            @Override
            public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel)
                    throws AssistException, CancelledException {
                if (block.prose().text().contains("stone")) {
                    throw new IllegalStateException("ouch");
                }
                return super.check(block, settings, cancel);
            }
        };
        CheckResult result = new CheckEngine(List.of(stumbling), List.of(), List.of())
                .check(CheckRequest.of(Papers.of("bad", "bad stone", "very bad"), CheckSettings.DEFAULT), CancelToken.NEVER);
        assertEquals(2, result.findings().size());
        assertEquals(1, result.failures().size());
        assertTrue(result.failures().getFirst().contains("paper.txt:2"), result.failures().getFirst());
    }

    @Test
    void aFilterThatFailsKeepsTheFindings() throws Exception {
        FindingFilter broken = (manuscript, settings) -> (block, finding) -> {
            throw new IllegalStateException("ouch");
        };
        CheckResult result = new CheckEngine(List.of(bad), List.of(), List.of(broken))
                .check(CheckRequest.of(Papers.of("bad"), CheckSettings.DEFAULT), CancelToken.NEVER);
        assertEquals(1, result.findings().size());
        assertEquals(1, result.failures().size());
    }

    @Test
    void aFilterDropsAndNothingDroppedIsCompleted() throws Exception {
        FindingFilter none = (manuscript, settings) -> (block, finding) -> false;
        CheckResult result = new CheckEngine(List.of(bad), List.of(), List.of(none))
                .check(CheckRequest.of(Papers.of("bad"), CheckSettings.DEFAULT), CancelToken.NEVER);
        assertEquals(List.of(), result.findings());
        assertEquals(0, bad.completed.get());
    }

    @Test
    void settingsDecideWhatIsSaid() throws Exception {
        Manuscript paper = Papers.of("bad");
        assertEquals(List.of(), texts(check(paper, settings(Set.of(Category.STYLE), Set.of(), Map.of()))));
        assertEquals(List.of(), texts(check(paper, settings(Set.of(Category.SPELLING), Set.of("WORD_bad"), Map.of()))));
        assertEquals(
                List.of(), texts(check(paper, settings(Set.of(Category.SPELLING), Set.of(), Map.of("WORD_bad", Set.of("bad"))))));
        assertEquals(
                List.of("bad"), texts(check(paper, settings(Set.of(Category.SPELLING), Set.of(), Map.of("WORD_bad", Set.of("worse"))))));
    }

    @Test
    void wordsOfTheAuthorAreNoMisspellings() throws Exception {
        assertEquals(List.of(), texts(check(Papers.of("bad"), CheckSettings.DEFAULT.withWords(Set.of("bad")))));
        Manuscript declaring =
                new Papers().block(BlockKind.PARAGRAPH, "bad").directive(Directive.Kind.WORDS, List.of("bad"), TextRange.at(0)).build();
        assertEquals(List.of(), texts(check(declaring)));
    }

    @Test
    void aRegionWithoutRulesIsLeftAlone() throws Exception {
        Papers papers = new Papers().block(BlockKind.PARAGRAPH, "bad").block(BlockKind.PARAGRAPH, "so bad");
        Manuscript all = papers.directive(Directive.Kind.RULES_OFF, List.of(), new TextRange(0, 3)).build();
        assertEquals(List.of(7), check(all).findings().stream().map(finding -> finding.range().range().start()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"he said <q>so bad</q>", "<off>bad</off>", "\\bad"})
    void nothingIsSaidOfWordsThatAreNotTheAuthorsOrCannotBeChanged(String text) throws Exception {
        assertEquals(List.of(), texts(check(Papers.of(text))));
    }

    @Test
    void aQuotedBlockIsLeftAlone() throws Exception {
        assertEquals(List.of(), texts(check(new Papers().block(BlockKind.QUOTATION, "bad").build())));
    }

    @Test
    void findingsAboutThePaperComeWithTheResultAndYieldToBetterOnes() throws Exception {
        Advice about = new Advice(
                "TERM", Category.CONSISTENCY, Severity.INFO, "m", "", List.of(), new Origin("Scholion", "1"), 1, false);
        PaperAssistant terms = new PaperAssistant() {
            @Override
            public Origin origin() {
                return about.origin();
            }

            @Override
            public Set<Category> categories() {
                return Set.of(Category.CONSISTENCY);
            }

            @Override
            public List<Finding> check(Manuscript manuscript, CheckSettings settings, CancelToken cancel) {
                SourceRange label = new SourceRange(manuscript.root(), new TextRange(0, 1));
                return List.of(
                        Finding.inBlock(manuscript, 0, new BlockFinding(new TextRange(0, 3), about)),
                        Finding.inBlock(manuscript, 0, new BlockFinding(new TextRange(4, 8), about)),
                        Finding.inSource(manuscript, label, about));
            }
        };
        CheckResult result = new CheckEngine(List.of(bad), List.of(terms), List.of())
                .check(CheckRequest.of(Papers.of("bad term"), CheckSettings.DEFAULT), CancelToken.NEVER);
        assertEquals(
                List.of("TERM", "WORD_bad", "TERM"), result.findings().stream().map(finding -> finding.advice().rule()).toList());
    }
}
