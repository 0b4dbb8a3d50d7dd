package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scholion.jobs.PlacedFinding;
import org.scholion.library.LibraryException;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotView;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.fix.Fix;

class CitationsViewTest extends CitationsTest {

    private BotView view;

    @BeforeEach
    void showView() {
        view = bot.showView(ScholionUi.CITATIONS_VIEW);
    }

    @AfterEach
    void closeView() {
        view.close();
    }

    @Test
    void withoutAPaperItSaysWhatToDo() {
        waitForText(Messages.citations_noPaper);
    }

    @Test
    void withoutABibliographyItSaysSo() throws IOException {
        open(paper("plain.tex", "It is known that apples keep."), GENERIC).navigateTo("apples");

        waitForText(Messages.citations_noSources);
    }

    @Test
    void whereNoSentenceIsItSaysSo() throws IOException {
        open(fruit(), GENERIC).navigateTo("documentclass");

        waitForText(Messages.citations_noSentence);
    }

    @Test
    void theWorksFollowTheCaret() throws IOException {
        BotEditor editor = open(fruit(), GENERIC);

        editor.navigateTo("apples");
        waitForKeys(view, "adams01", "brown12");
        editor.navigateTo("pears");
        waitForKeys(view, "brown12", "adams01");

        assertEquals(
                List.of("Pears and Their Pests", "Brown and Clark, 2012", "in common: pears, pests", "", "Annals of Orchards", "brown12"),
                view.bot().tree().leaves().getFirst());
        assertTrue(view.description().contains("Most"), view.description());
    }

    @Test
    void aTextThatWasNotSavedCounts() throws IOException {
        BotEditor editor = open(fruit(), GENERIC);
        editor.navigateTo("apples");
        waitForKeys(view, "adams01", "brown12");

        editor.navigateBehind("spring.").typeText(" The pests of pears are worse.");

        waitForKeys(view, "brown12", "adams01");
    }

    @Test
    void whatThePaperCitesAlreadyIsMarked() throws IOException {
        BotEditor editor = open(fruit(), GENERIC);
        editor.navigateBehind("\\cite{brown12}.").typeText(" But apples are better.");

        waitForKeys(view, "adams01", "brown12");

        assertEquals("1×", view.bot().tree().leaves().get(1).get(3));
    }

    @Test
    void enterCitesTheWorkAtTheCaret() throws IOException {
        BotEditor editor = open(fruit(), GENERIC);
        editor.navigateBehind("until spring");
        waitForKeys(view, "adams01", "brown12");

        view.bot().tree().select("adams01").open();

        assertTrue(editor.getText().contains("until spring~\\cite{adams01}."), editor.getText());
        assertEquals("fruit.tex", bot.activeEditor().title());
        editor.undo();
        assertTrue(editor.getText().contains("until spring."), editor.getText());
    }

    @Test
    void severalWorksAreCitedAtOnceInTheSentenceThatIsSelected() throws IOException {
        BotEditor editor = open(fruit(), GENERIC);
        editor.select("It is known that apples keep in cold stores until spring.");
        waitForKeys(view, "adams01", "brown12");

        view.bot().tree().selectAll().contextMenu("Insert Citation");

        assertTrue(editor.getText().contains("until spring~\\cite{adams01,brown12}."), editor.getText());
    }

    @Test
    void inACitationTheKeyIsAddedThere() throws IOException {
        BotEditor editor = open(fruit(), GENERIC);
        editor.navigateTo("rown12");
        waitForKeys(view, "adams01");

        view.bot().tree().select("adams01").open();

        assertTrue(editor.getText().contains("others~\\cite{brown12,adams01}."), editor.getText());
    }

    @Test
    void aWorkOfTheLibraryIsAddedToTheBibliography() throws IOException, LibraryException {
        useLibrary();
        BotEditor editor = open(fruit(), GENERIC);
        editor.navigateBehind("ripe for harvesting");
        waitForKeys(view, "doe77 (from library.bib)", "adams01", "brown12");

        view.bot().tree().select("doe77").open();

        assertTrue(editor.getText().contains("harvesting~\\cite{doe77}."), editor.getText());
        bot.waitUntil(() -> contains("@book{doe77,"), "the entry is written", LONG);
        editor.navigateTo("quinces");
        waitForKeys(view, "doe77", "adams01", "brown12");
    }

    @Test
    void theSearchFieldSearchesInsteadOfRanking() throws IOException {
        BotEditor editor = open(fruit(), GENERIC);
        editor.navigateTo("apples");
        waitForKeys(view, "adams01", "brown12");

        view.bot().textWithMessage(Messages.citations_search).setText("pests");

        waitForKeys(view, "brown12");
        view.bot().textWithMessage(Messages.citations_search).setText("");
        waitForKeys(view, "adams01", "brown12");
    }

    @Test
    void keysAndDoisAreCopied() throws IOException {
        BotEditor editor = open(fruit(), GENERIC);
        editor.navigateTo("apples");
        waitForKeys(view, "adams01", "brown12");

        view.bot().tree().selectAll();
        bot.ask(() -> {
            ((IViewSite) view.part().getSite()).getActionBars().getGlobalActionHandler(ActionFactory.COPY.getId()).run();
            return null;
        });
        assertEquals("adams01,brown12", clipboard());
        // the DOI is known when the bibliography is indexed
        bot.waitUntil(() -> {
            view.bot().tree().select("adams01").contextMenu("Copy DOI");
            return clipboard().equals("10.1000/apples");
        }, "the DOI is copied", LONG);
    }

    @Test
    void theCommandOpensTheViewOnTheSentence() throws IOException {
        view.close();
        BotEditor editor = open(fruit(), GENERIC);
        editor.show();
        editor.navigateTo("pears");

        bot.command(ScholionUi.SUGGEST_CITATIONS);

        view = bot.view("Citations");
        waitForKeys(view, "brown12", "adams01");
        bot.waitUntil(() -> view.bot().tree().selection().equals(List.of("Pears and Their Pests")), "the first row is selected", LONG);
    }

    @Test
    void aSentenceThatNeedsACitationHasAQuickFix() throws IOException {
        BotEditor editor = open(paper("quince.tex", "Words. The quince is hard. More words.", "\\bibliography{refs}"), GENERIC);
        PlacedFinding placed = paperOf(folder.resolve("quince.tex")).state().findings().getFirst();
        Fix first = Fix.of(placed).getFirst();

        assertInstanceOf(Fix.SuggestCitations.class, first);
        bot.ask(() -> {
            ui.fixes().run(first, PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage());
            return null;
        });

        waitForKeys(view, "adams01", "brown12");
        assertEquals(editor.getText().indexOf("quince") + "quince".length(), editor.caret());
    }

    @Test
    void eachFormatHasItsWriter() {
        assertTrue(ui.citations().writer(folder.resolve("paper.tex")).isPresent());
        assertFalse(ui.citations().writer(folder.resolve("paper.odt")).isPresent());
    }

    private boolean contains(String entry) {
        try {
            return Files.readString(bibliography).contains(entry);
        } catch (IOException e) {
            return false;
        }
    }

    private String clipboard() {
        return bot.ask(() -> {
            Clipboard clipboard = new Clipboard(PlatformUI.getWorkbench().getDisplay());
            Object text = clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            return Objects.toString(text);
        });
    }

    private void waitForText(String text) {
        bot.waitUntil(() -> texts().contains(text), () -> text + ", but " + texts(), LONG);
    }

    private List<String> texts() {
        return bot.ask(() -> view.bot().controls().stream()
                .filter(Label.class::isInstance)
                .map(control -> ((Label) control).getText())
                .toList());
    }
}
