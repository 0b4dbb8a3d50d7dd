package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scholion.jobs.PaperState.Phase;
import org.scholion.jobs.ScholionSettings;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotView;
import org.scholion.ui.ScholionUi;

class FindingsViewTest extends WorkbenchTest {

    private BotView view;

    @BeforeEach
    void showView() {
        view = bot.showView(ScholionUi.FINDINGS_VIEW);
    }

    @AfterEach
    void closeView() {
        view.close();
    }

    @Test
    void withoutAPaperItSaysWhatToDo() {
        assertTrue(texts().contains("No paper is open.\nOpen a .tex or .docx file, and its findings show here while you write."), texts().toString());
    }

    @Test
    void findingsOfAllFilesAreGroupedByCategory() throws IOException {
        openTwoFiles();

        waitForGroups("Grammar (1)", "Style (2)", "Consistency (1)");
        assertEquals(
                List.of(
                        List.of("A cherry is never alone.", "cherry", "FAKE_CHERRY", "part.tex:1"),
                        List.of("Bananas are out of season.", "banana", "FAKE_BANANA", "paper.tex:4"),
                        List.of("Bananas are out of season.", "banana", "FAKE_BANANA", "part.tex:1"),
                        List.of("Elsewhere it is lime.", "lemon", "FAKE_LEMON", "paper.tex:4")),
                view.bot().tree().leaves());
        assertEquals("4 findings in paper.tex", view.description());
    }

    @Test
    void theSearchFieldFilters() throws IOException {
        openTwoFiles();
        waitForGroups("Grammar (1)", "Style (2)", "Consistency (1)");

        view.bot().textWithMessage(Messages.view_search).setText("BANANA");

        waitForGroups("Style (2)");
        assertEquals("2 of 4 findings in paper.tex", view.description());
        view.bot().textWithMessage(Messages.view_search).setText("nothing");
        bot.waitUntil(() -> texts().contains(Messages.view_allHidden), "it says that all are hidden");
        view.bot().link(Messages.view_showAll);
        waitForGroups("Grammar (1)", "Style (2)", "Consistency (1)");
    }

    @Test
    void aCategoryCanBeHidden() throws IOException {
        openTwoFiles();
        waitForGroups("Grammar (1)", "Style (2)", "Consistency (1)");

        bot.ask(() -> {
            ToolBar bar = view.bot().controls().stream()
                    .filter(ToolBar.class::isInstance)
                    .map(ToolBar.class::cast)
                    .filter(found -> found.getItemCount() == 5)
                    .findFirst()
                    .orElseThrow();
            bar.getItem(2).setSelection(false);
            bar.getItem(2).notifyListeners(SWT.Selection, new Event());
            return null;
        });

        waitForGroups("Grammar (1)", "Consistency (1)");
    }

    @Test
    void enterGoesToTheText() throws IOException {
        openTwoFiles();
        waitForGroups("Grammar (1)", "Style (2)", "Consistency (1)");

        view.bot().tree().select("cherry").open();

        assertEquals("part.tex", bot.activeEditor().title());
        assertEquals("cherry", bot.activeEditor().selection());
    }

    @Test
    void theContextMenuOffersTheSameAsQuickFix() throws IOException {
        openTwoFiles();
        waitForGroups("Grammar (1)", "Style (2)", "Consistency (1)");

        assertEquals(
                List.of(
                        "Go to the Text",
                        "Replace with “apple”",
                        "Replace with “apple” in all 2 places alike",
                        "Replace with “pear”",
                        "Ignore “banana” here",
                        "Switch off the rule FAKE_BANANA in this paper",
                        "Explain the rule FAKE_BANANA",
                        "Copy"),
                view.bot().tree().select("banana").contextMenu());
    }

    @Test
    void allAlikeAreReplacedInEveryFileEachInOneStep() throws IOException {
        BotEditor editor = openTwoFiles();
        waitForGroups("Grammar (1)", "Style (2)", "Consistency (1)");
        String before = editor.getText();

        view.bot().tree().select("banana").contextMenu("Replace with “apple” in all");

        assertTrue(editor.getText().contains("The apple"), editor.getText());
        BotEditor part = bot.editor("part.tex");
        assertTrue(part.getText().contains("apple"), part.getText());
        assertTrue(part.isDirty());
        waitForGroups("Grammar (1)", "Consistency (1)");
        editor.undo();
        assertEquals(before, editor.getText());
    }

    @Test
    void oneIsReplacedAndTheOthersStay() throws IOException {
        openTwoFiles();
        waitForGroups("Grammar (1)", "Style (2)", "Consistency (1)");

        view.bot().tree().select("banana").contextMenu("Replace with “pear”");

        waitForGroups("Grammar (1)", "Style (1)", "Consistency (1)");
    }

    @Test
    void rowsCanBeCopied() throws IOException {
        openTwoFiles();
        waitForGroups("Grammar (1)", "Style (2)", "Consistency (1)");
        view.bot().tree().select("cherry");

        String copied = bot.ask(() -> {
            ((IViewSite) view.part().getSite()).getActionBars().getGlobalActionHandler(ActionFactory.COPY.getId()).run();
            Clipboard clipboard = new Clipboard(view.bot().tree().widget().getDisplay());
            Object contents = clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            return String.valueOf(contents);
        });

        assertEquals("part.tex:1\tA cherry is never alone.\tcherry\tFAKE_CHERRY", copied);
    }

    @Test
    void problemsOfReadingShowToo() throws IOException {
        BotEditor editor = bot.open(paper("paper.tex", "Text.", "\\input{missing}"), GENERIC);
        assertEquals("paper.tex", editor.title());

        bot.waitUntil(
                () -> view.bot().tree().leaves().stream().anyMatch(row -> row.getFirst().contains("missing")),
                "the missing file is named",
                LONG);
        assertTrue(view.bot().tree().items().contains("Could not be read (1)"), view.bot().tree().items().toString());
    }

    @Test
    void withCheckingOffItOffersToCheck() throws IOException {
        ui.settings().store(ScholionSettings.DEFAULT.withCheckWhileTyping(false));
        Path file = paper("paper.tex", "A banana.");
        bot.open(file, GENERIC);
        bot.waitUntil(() -> texts().contains("paper.tex is not checked while you type."), "it says so: " + texts());

        view.bot().link(Messages.view_checkNow);

        waitForGroups("Style (1)");
    }

    @Test
    void anAssistantThatCannotWorkIsNamedWithWhatToDo() throws IOException {
        assistant.failure.set("The fruit model is missing. Install it in the preferences.");

        open(paper("paper.tex", "A banana."), GENERIC);

        bot.waitUntil(() -> texts().contains("The fruit model is missing. Install it in the preferences."), "it says so");
    }

    @Test
    void itFollowsTheActiveEditor() throws IOException {
        Files.createDirectories(folder.resolve("other"));
        BotEditor first = open(paper("paper.tex", "A banana."), GENERIC);
        waitForGroups("Style (1)");
        Path other = paper("other/paper2.tex", "A cherry.");
        open(other, GENERIC);
        waitForGroups("Grammar (1)");

        first.show();

        waitForGroups("Style (1)");
    }

    @Test
    void stepsGoFromRowToRowAndRevealThem() throws IOException {
        BotEditor editor = open(paper("paper.tex", "A banana and a cherry."), GENERIC);
        waitForGroups("Grammar (1)", "Style (1)");
        view.setFocus();

        bot.command(ScholionUi.NEXT_FINDING);
        assertEquals("cherry", editor.selection());
        bot.command(ScholionUi.NEXT_FINDING);
        assertEquals("banana", editor.selection());
        bot.command(ScholionUi.PREVIOUS_FINDING);
        assertEquals(List.of("A cherry is never alone."), view.bot().tree().selection());
    }

    @Test
    void manyFindingsAreListedWithoutDelay() throws IOException {
        String[] lines = new String[400];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "A banana and a lemon and a banana and a cherry, number " + i + ".\n";
        }
        Path file = paper("paper.tex", lines);
        BotEditor editor = bot.open(file, GENERIC);

        bot.waitUntil(
                () -> checks().paper(file).map(paper -> paper.state().phase() == Phase.DONE).orElse(false), "it is checked", LONG);
        bot.waitUntil(() -> view.description().equals("1600 findings in paper.tex"), view.description());
        waitForGroups("Grammar (400)", "Style (800)", "Consistency (400)");
        assertEquals(1600, covered(editor).size());
    }

    private BotEditor openTwoFiles() throws IOException {
        Files.writeString(folder.resolve("part.tex"), "The cherry and the banana.\n");
        return open(paper("paper.tex", "\\section{One}", "The banana and the lemon.", "", "\\input{part}"), GENERIC);
    }

    private void waitForGroups(String... names) {
        bot.waitUntil(
                () -> view.bot().tree().items().equals(List.of(names)),
                () -> "groups " + List.of(names) + ", but " + view.bot().tree().leaves(),
                LONG);
    }

    /** All texts of labels that show. */
    private List<String> texts() {
        return bot.ask(() -> view.bot().controls().stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
    }
}
