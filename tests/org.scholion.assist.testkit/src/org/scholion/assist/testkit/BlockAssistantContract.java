package org.scholion.assist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.CheckSettings;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** What every {@link BlockAssistant} has to keep to. */
public abstract class BlockAssistantContract {

    private static final int AT_ONCE = 4;

    /** The one that is tested; always the same. */
    protected abstract BlockAssistant assistant();

    /** A language it can judge. */
    protected abstract String language();

    /** A paragraph in which it finds something, in the notation of {@link Papers}. */
    protected abstract String faulty();

    /** A paragraph in which it finds nothing. */
    protected abstract String faultless();

    /** With which it is asked; what is off by default has to be on here. */
    protected CheckSettings settings() {
        return CheckSettings.DEFAULT;
    }

    private Manuscript paper(String... paragraphs) {
        Papers papers = new Papers().language(language());
        for (String paragraph : paragraphs) {
            papers.block(BlockKind.PARAGRAPH, paragraph);
        }
        return papers.build();
    }

    private List<BlockFinding> check(Block block) throws Exception {
        return assistant().check(block, settings(), CancelToken.NEVER);
    }

    private Block faultyBlock() {
        return paper(faulty()).blocks().getFirst();
    }

    @Test
    void findsSomethingWhereSomethingIs() throws Exception {
        assertTrue(assistant().supports(language()));
        assertFalse(check(faultyBlock()).isEmpty());
    }

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        assertEquals(List.of(), check(paper(faultless()).blocks().getFirst()));
    }

    @Test
    void doesNotClaimALanguageThatNobodyShips() {
        assertFalse(assistant().supports("tlh"));
    }

    @Test
    void findingsLieInTheProseAndAreOfItsOriginAndCategories() throws Exception {
        Block block = faultyBlock();
        for (BlockFinding finding : check(block)) {
            assertTrue(finding.range().end() <= block.prose().text().length());
            assertEquals(assistant().origin(), finding.advice().origin());
            assertTrue(assistant().categories().contains(finding.advice().category()));
            assertFalse(finding.advice().message().isBlank());
            assertFalse(finding.advice().rule().isBlank());
        }
    }

    @Test
    void saysTheSameOfTheSameText() throws Exception {
        assertEquals(check(faultyBlock()), check(faultyBlock()));
    }

    @Test
    void doesNotLookAtTheRestOfThePaper() throws Exception {
        Block alone = faultyBlock();
        Block elsewhere = paper(faultless(), faulty()).blocks().getLast();
        assertNotEquals(alone.range(), elsewhere.range());
        assertEquals(check(alone), check(elsewhere));
    }

    @Test
    void saysTheSameInSeveralThreadsAtOnce() throws Exception {
        List<BlockFinding> expected = check(faultyBlock());
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<BlockFinding>>> answers = new ArrayList<>();
            for (int i = 0; i < 2 * AT_ONCE; i++) {
                answers.add(threads.submit(() -> check(faultyBlock())));
            }
            for (Future<List<BlockFinding>> answer : answers) {
                assertEquals(expected, answer.get());
            }
        }
    }

    @Test
    void stopsWhenNobodyWaits() throws Exception {
        check(faultyBlock());
        assertThrows(
                CancelledException.class, () -> assistant().check(faultyBlock(), settings(), () -> true));
    }

    @Test
    void keepsQuietAboutRulesThatAreOff() throws Exception {
        Set<String> rules = new HashSet<>();
        check(faultyBlock()).forEach(finding -> rules.add(finding.advice().rule()));
        CheckSettings base = settings();
        CheckSettings off = new CheckSettings(
                base.categories(), base.language(), base.defaultLanguage(), rules, base.rulesOn(), base.words(), base.ignored());
        for (BlockFinding finding : assistant().check(faultyBlock(), off, CancelToken.NEVER)) {
            assertFalse(rules.contains(finding.advice().rule()), finding.toString());
        }
    }

    @Test
    void completingKeepsPlaceRuleAndCategory() throws Exception {
        Block block = faultyBlock();
        for (BlockFinding finding : check(block)) {
            BlockFinding completed = assistant().complete(block, finding);
            assertEquals(finding.range(), completed.range());
            assertEquals(finding.advice().rule(), completed.advice().rule());
            assertEquals(finding.advice().category(), completed.advice().category());
            assertEquals(completed, assistant().complete(block, completed));
        }
    }
}
