package org.scholion.ui.latex.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotTree;
import org.scholion.testkit.BotView;

class OutlineTest extends LatexWorkbenchTest {

    private static final String OUTLINE = "org.eclipse.ui.views.ContentOutline";

    @Test
    void theOutlineIsThatOfTheWholePaper() {
        open(main);
        BotTree tree = outline();
        waitForItems(tree, "Introduction  sec:intro", "Results", "Conclusion");
        assertEquals(
                List.of("eq:one", "A plot of everything  fig:plot", "Conclusion"),
                tree.leaves().stream().map(List::getFirst).toList());
        bot.screenshot("outline");
    }

    @Test
    void theOutlineOfAPartIsThatOfThePaperToo() {
        open(results);
        waitForItems(outline(), "Introduction  sec:intro", "Results", "Conclusion");
    }

    @Test
    void textThatIsNotSavedShows() {
        BotEditor editor = open(main);
        BotTree tree = outline();
        waitForItems(tree, "Introduction  sec:intro", "Results", "Conclusion");
        editor.navigateTo("The end").typeText("\\section{Thanks}");
        waitForItems(tree, "Introduction  sec:intro", "Results", "Conclusion", "Thanks");
    }

    @Test
    void choosingAHeadingShowsItInTheEditor() {
        BotEditor editor = open(main);
        BotTree tree = outline();
        waitForItems(tree, "Introduction  sec:intro", "Results", "Conclusion");
        tree.select("Conclusion");
        bot.waitUntil(() -> editor.caret() == editor.getText().indexOf("\\section{Conclusion}"), "the caret is at the heading");
    }

    @Test
    void openingAFigureOfAnotherFileOpensThatFile() {
        open(main);
        BotTree tree = outline();
        waitForItems(tree, "Introduction  sec:intro", "Results", "Conclusion");
        tree.select("A plot of everything").open();
        bot.waitUntil(() -> bot.activeEditor().title().equals("results.tex"), "results.tex is open", LONG);
    }

    @Test
    void theFilterLeavesWhatFits() {
        open(main);
        BotView view = bot.showView(OUTLINE);
        BotTree tree = view.bot().tree();
        waitForItems(tree, "Introduction  sec:intro", "Results", "Conclusion");
        view.bot().textWithMessage("type to filter").setText("plot");
        waitForItems(tree, "Results");
    }

    @Test
    void theCaretIsFollowed() {
        BotEditor editor = open(main);
        BotTree tree = outline();
        waitForItems(tree, "Introduction  sec:intro", "Results", "Conclusion");
        editor.show();
        editor.navigateTo("The end");
        bot.waitUntil(() -> tree.selection().equals(List.of("Conclusion")), "the section of the caret is selected", LONG);
        assertFalse(editor.isDirty());
    }

    private BotTree outline() {
        return bot.showView(OUTLINE).bot().tree();
    }

    private void waitForItems(BotTree tree, String... items) {
        bot.waitUntil(() -> tree.items().equals(List.of(items)), "outline " + List.of(items), LONG);
    }
}
