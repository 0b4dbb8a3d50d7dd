package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.jobs.PaperState.Phase;
import org.scholion.jobs.ScholionSettings;
import org.scholion.testkit.BotEditor;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.editor.FindingQuickAssist;

class FindingsInEditorTest extends WorkbenchTest {

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, GENERIC})
    void anErrorThatIsTypedIsMarked(String editorId) throws IOException {
        BotEditor editor = open(paper("paper.tex", "We like fruit."), editorId);

        editor.navigateBehind("We like fruit.").typeText(" We eat a banana.");

        waitForMarks(editor, "banana");
        assertEquals("org.scholion.ui.style.info", editor.marks("org.scholion.ui.style").getFirst().type());
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, GENERIC})
    void theFirstReplacementGoesIntoTheText(String editorId) throws IOException {
        BotEditor editor = open(paper("paper.tex", "We eat a banana today."), editorId);
        waitForMarks(editor, "banana");

        editor.navigateTo("nana");
        bot.command(ScholionUi.APPLY_FIRST);

        assertTrue(editor.getText().contains("We eat a apple today."), editor.getText());
        waitForMarks(editor);
    }

    @Test
    void aReplacementIsOneStepToUndo() throws IOException {
        BotEditor editor = open(paper("paper.tex", "We eat a banana today."), GENERIC);
        waitForMarks(editor, "banana");
        String before = editor.getText();
        editor.navigateTo("nana");
        bot.command(ScholionUi.APPLY_FIRST);

        editor.undo();

        assertEquals(before, editor.getText());
    }

    @Test
    void marksFollowTheTyping() throws IOException {
        BotEditor editor = open(paper("paper.tex", "We eat a banana today."), GENERIC);
        waitForMarks(editor, "banana");
        assistant.gate.set(new CountDownLatch(1));

        editor.navigateTo("We eat").typeText("Indeed, ");

        assertEquals(List.of("banana"), covered(editor));
    }

    @Test
    void aMarkWhoseWordsAreTypedOverGoes() throws IOException {
        BotEditor editor = open(paper("paper.tex", "We eat a banana today."), GENERIC);
        waitForMarks(editor, "banana");

        editor.navigateBehind("bana").typeText("l");

        waitForMarks(editor);
    }

    @Test
    void aNewerTextCancelsTheOlderCheck() throws IOException {
        BotEditor editor = open(paper("paper.tex", "We eat a banana today."), GENERIC);
        waitForMarks(editor, "banana");
        CountDownLatch closed = new CountDownLatch(1);
        assistant.gate.set(closed);
        int before = assistant.checked.get();
        editor.navigateBehind("today").typeText(" or");
        bot.waitUntil(() -> assistant.checked.get() > before, "a check runs", LONG);

        editor.typeText(" a cherry");

        bot.waitUntil(() -> assistant.cancelled.get() > 0, "the older check is cancelled", LONG);
        assistant.gate.set(new CountDownLatch(0));
        closed.countDown();
        waitForMarks(editor, "banana", "cherry");
    }

    @Test
    void onlyTheChangedParagraphIsCheckedAgain() throws IOException {
        BotEditor editor = open(paper("paper.tex", "One banana.", "", "Two plums.", "", "Three plums."), GENERIC);
        waitForMarks(editor, "banana");
        int before = assistant.checked.get();

        editor.navigateBehind("Two plums").typeText(" and a lemon");
        waitForMarks(editor, "banana", "lemon");

        assertTrue(assistant.checked.get() - before <= " and a lemon".length(), "checked " + (assistant.checked.get() - before));
    }

    @Test
    void theTextInTheEditorIsCheckedNotTheOneOnDisk() throws IOException {
        Path file = paper("paper.tex", "We eat a banana today.");
        BotEditor editor = open(file, GENERIC);
        waitForMarks(editor, "banana");

        editor.select("banana").typeText("lemon");

        waitForMarks(editor, "lemon");
        assertTrue(editor.isDirty());
        assertTrue(Files.readString(file).contains("banana"));
    }

    @Test
    void filesOfAPaperAreCheckedTogether() throws IOException {
        Files.writeString(folder.resolve("part.tex"), "A part with a cherry.\n");
        Path root = paper("paper.tex", "We eat a banana.", "\\input{part}");
        BotEditor editor = open(root, GENERIC);
        waitForMarks(editor, "banana");

        BotEditor part = bot.open(folder.resolve("part.tex"), GENERIC);

        waitForMarks(part, "cherry");
        bot.waitUntil(
                () -> checks().papers().size() == 1 && checks().paper(folder.resolve("part.tex")).isPresent(),
                "both belong to one paper");
    }

    @Test
    void quickAssistOffersReplacementsIgnoringAndTheRule() throws IOException {
        BotEditor editor = open(paper("paper.tex", "We eat a banana today."), GENERIC);
        waitForMarks(editor, "banana");

        List<String> labels = bot.ask(() -> {
            FindingQuickAssist assist = new FindingQuickAssist();
            return List.of(assist.computeQuickAssistProposals(context(editor, editor.getText().indexOf("banana")))).stream()
                    .map(proposal -> proposal.getDisplayString())
                    .toList();
        });

        assertEquals(
                List.of(
                        "Replace with “apple”",
                        "Replace with “pear”",
                        "Ignore “banana” here",
                        "Switch off the rule FAKE_BANANA in this paper",
                        "Explain the rule FAKE_BANANA"),
                labels);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, GENERIC})
    void theKeysForQuickFixOpenTheListAndEnterTakesTheFirst(String editorId) throws IOException {
        BotEditor editor = open(paper("paper.tex", "We eat a banana today."), editorId);
        waitForMarks(editor, "banana");
        editor.show();
        assumeTrue(editor.isInActiveShell(), "key bindings hold in the active window only");
        editor.navigateTo("nana");

        editor.press(SWT.MOD1, '1', '1');

        bot.waitUntil(
                () -> bot.controls().stream()
                        .anyMatch(control -> control instanceof Table table
                                && table.getItemCount() > 0
                                && table.getItem(0).getText().equals("Replace with “apple”")),
                "the list of quick fixes");
        editor.press(0, SWT.CR, '\r');
        bot.waitUntil(() -> editor.getText().contains("We eat a apple today."), "the first one is taken");
    }

    @Test
    void ignoringIsKeptInTheFolderOfThePaper() throws IOException {
        BotEditor editor = open(paper("paper.tex", "We eat a banana today."), GENERIC);
        waitForMarks(editor, "banana");
        editor.navigateTo("banana");

        bot.command(ScholionUi.IGNORE);

        waitForMarks(editor);
        assertEquals(List.of("FAKE_BANANA\tbanana"), linesOf(folder.resolve(".scholion").resolve("ignored.tsv")));
    }

    @Test
    void switchingCheckingOffWhileTypingLeavesTheTextAlone() throws IOException {
        BotEditor editor = open(paper("paper.tex", "We like fruit."), GENERIC);
        ui.settings().store(ScholionSettings.DEFAULT.withCheckWhileTyping(false));
        bot.waitUntil(() -> paperOf(folder.resolve("paper.tex")).state().phase() == Phase.OFF, "checking is off");

        editor.navigateBehind("We like fruit.").typeText(" A banana.");
        bot.waitUntil(
                () -> paperOf(folder.resolve("paper.tex")).manuscript().orElseThrow().sources().getFirst().text().contains("banana"),
                "the text was read");

        assertEquals(List.of(), covered(editor));
        bot.command(ScholionUi.CHECK_PAPER);
        waitForMarks(editor, "banana");
    }

    @Test
    void aRuleThatIsSwitchedOffFindsNothing() throws IOException {
        BotEditor editor = open(paper("paper.tex", "A banana and a cherry."), GENERIC);
        waitForMarks(editor, "banana", "cherry");

        ui.settings().store(ScholionSettings.DEFAULT.withRules(Set.of("FAKE_BANANA"), Set.of()));

        waitForMarks(editor, "cherry");
    }

    @Test
    void toneAndClarityAreCheckedOnRequestAndTheChoiceIsKept() throws IOException {
        BotEditor editor = open(paper("paper.tex", "A banana and a peach."), GENERIC);
        waitForMarks(editor, "banana");

        bot.command(ScholionUi.TOGGLE_CLARITY);

        waitForMarks(editor, "banana", "peach");
        assertTrue(ui.settings().current().checksClarity());
        bot.command(ScholionUi.TOGGLE_CLARITY);
        waitForMarks(editor, "banana");
        assertEquals(ScholionSettings.DEFAULT, ui.settings().current());
    }

    @Test
    void toneAndClarityAreCheckedAlsoWhereNothingIsCheckedWhileTyping() throws IOException {
        ui.settings().store(ScholionSettings.DEFAULT.withCheckWhileTyping(false));
        BotEditor editor = bot.open(paper("paper.tex", "A banana and a peach."), GENERIC);
        bot.waitUntil(
                () -> checks().paper(folder.resolve("paper.tex")).map(paper -> paper.state().phase() == Phase.OFF).orElse(false),
                "checking is off");

        bot.command(ScholionUi.TOGGLE_CLARITY);

        waitForMarks(editor, "banana", "peach");
    }

    @Test
    void nextAndPreviousGoRound() throws IOException {
        BotEditor editor = open(paper("paper.tex", "A banana and a cherry."), GENERIC);
        waitForMarks(editor, "banana", "cherry");
        editor.select(0, 0);

        bot.command(ScholionUi.NEXT_FINDING);
        assertEquals("banana", editor.selection());
        bot.command(ScholionUi.NEXT_FINDING);
        assertEquals("cherry", editor.selection());
        bot.command(ScholionUi.PREVIOUS_FINDING);
        assertEquals("banana", editor.selection());
        bot.command(ScholionUi.PREVIOUS_FINDING);
        assertEquals("cherry", editor.selection());
    }

    @Test
    void hoverTextNamesMessageReasonRuleAndConfidence() throws IOException {
        BotEditor editor = open(paper("paper.tex", "A banana."), PLAIN);
        waitForMarks(editor, "banana");

        assertEquals(
                "Bananas are out of season.\nThe fruit rule.\nRule FAKE_BANANA · Fake 1 · nearly always right",
                editor.marks("org.scholion.ui.style").getFirst().text());
    }

    @Test
    void aClosedPaperIsGivenUp() throws IOException {
        BotEditor editor = open(paper("paper.tex", "A banana."), GENERIC);
        waitForMarks(editor, "banana");

        editor.close();

        bot.waitUntil(() -> checks().papers().isEmpty(), "no paper is open");
        assertFalse(ui.tracker().activePaper().isPresent());
    }

    private static IQuickAssistInvocationContext context(BotEditor editor, int offset) {
        ISourceViewer viewer = editor.sourceViewer();
        return new IQuickAssistInvocationContext() {
            @Override
            public int getOffset() {
                return offset;
            }

            @Override
            public int getLength() {
                return 0;
            }

            @Override
            public ISourceViewer getSourceViewer() {
                return viewer;
            }
        };
    }
}
