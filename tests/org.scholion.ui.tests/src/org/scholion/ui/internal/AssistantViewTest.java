package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.scholion.testkit.BotEditor;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.draft.Messages;
import org.scholion.ui.internal.draft.Task;

/** What the author does with an abstract or a summary that the engine without a language model makes. */
class AssistantViewTest extends AssistantTest {

    @Test
    void withoutAPaperItSaysWhatToDo() {
        showView();

        waitForLabel(Messages.view_noPaper);
        assertFalse(isEnabled(Messages.bar_write));
        assertFalse(isEnabled(Messages.use_copy));
    }

    @Test
    void anAbstractShowsWithRolesAndWhatEachSentenceRestsOn() throws IOException {
        open(hall(), GENERIC);
        showView();

        write(Task.ABSTRACT);

        waitForSentences();
        assertTrue(
                sentences().contains("A model with one time constant explains 94\\% of the variance of the temperatures."),
                () -> sentences().toString());
        assertTrue(
                origins().stream().anyMatch(line -> line.startsWith("Results: A model with one time constant explains 94%")),
                () -> origins().toString());
        assertTrue(labels().contains(Messages.role_result), () -> labels().toString());
        assertTrue(labels().stream().anyMatch(label -> label.matches("\\d+ of 200 words \u00b7 .+ \u00b7 CPU \u00b7 \\d+\\.\\d+ s")), () -> labels().toString());
        assertTrue(hasCombo(Messages.bar_engine), "there are two engines, of which the one that chooses sentences is asked");
    }

    @Test
    void enterGoesToTheSentenceInAnotherFileOfThePaper() throws IOException {
        open(hall(), GENERIC);
        showView();
        write(Task.ABSTRACT);
        waitForSentences();

        press(sentences().indexOf("The model with two time constants reduces the error by half."), 0, SWT.CR, SWT.CR);

        assertEquals("results.tex", activeEditor());
        assertEquals("The model with two time constants reduces the error by half.", bot.activeEditor().selection());
    }

    @Test
    void theEvidenceIsFoundBehindWordsThatWereTypedMeanwhile() throws IOException {
        BotEditor editor = open(hall(), GENERIC);
        showView();
        write(Task.ABSTRACT);
        waitForSentences();
        editor.show();
        editor.navigateBehind("money.").typeText(" Much of it.");

        press(sentences().indexOf("Little is known about how lecture halls cool."), 0, SWT.CR, SWT.CR);

        assertEquals("However, little is known about how lecture halls cool.", bot.activeEditor().selection());
    }

    @Test
    void whatIsTickedIsInsertedInOneStep() throws IOException {
        BotEditor editor = open(hall(), GENERIC);
        String before = editor.getText();
        editor.select(before.indexOf("Here."), 0);
        showView();
        write(Task.ABSTRACT);
        waitForSentences();
        List<String> all = sentences();

        tick(false, 1, false);
        view.bot().button(Messages.use_caret).click();

        String expected = String.join("\n", without(all, 1));
        assertEquals(before.replace("Here.", expected + "\nHere."), editor.getText());
        assertEquals("hall.tex", activeEditor());
        editor.undo();
        assertEquals(before, editor.getText());
    }

    @Test
    void sentencesAreMovedChangedAndCounted() throws IOException {
        open(hall(), GENERIC);
        showView();
        write(Task.ABSTRACT);
        waitForSentences();
        List<String> all = sentences();

        press(1, SWT.MOD3, SWT.ARROW_UP, (char) 0);
        bot.ask(() -> {
            rows().getFirst().setText("Three new\nwords");
            return null;
        });

        assertEquals("Three new words", sentences().getFirst());
        assertEquals(all.getFirst(), sentences().get(1));
        int words = sentences().stream().mapToInt(text -> text.split("\\s+").length).sum();
        waitForLabel(words + " of 200 words");
        view.bot().button(Messages.use_copy).click();
        assertEquals(String.join("\n", sentences()), clipboard());
    }

    @Test
    void theAbstractOfThePaperStandsBesideAndItsSentencesCanBeMixedIn() throws IOException {
        open(hall(), GENERIC);
        showView();
        write(Task.ABSTRACT);
        waitForSentences();
        int count = sentences().size();
        waitForLabel(Messages.own_title);

        tick(true, 1, true);

        assertEquals(count + 1, sentences().size());
        assertEquals(ABSTRACT[1], sentences().getLast());
        assertEquals(Messages.line_own, origins().getLast());
        press(count, 0, SWT.CR, SWT.CR);
        assertEquals(ABSTRACT[1], bot.activeEditor().selection());
        tick(true, 1, false);
        assertEquals(count, sentences().size());
    }

    @Test
    void aSentenceOfTheAbstractThatCannotStandAloneIsWrittenAnew() throws IOException {
        open(
                paper(
                        "group.tex",
                        "\\begin{abstract}",
                        "\\emph{Halls cool. We saw",
                        "5\\% of them.} It is $x$",
                        "\\textbf{bold}. We % not they",
                        "care.",
                        "\\end{abstract}",
                        "Fruit is eaten by many people of all countries."),
                GENERIC);
        showView();
        write(Task.ABSTRACT);
        waitForSentences();
        waitForLabel(Messages.own_title);

        for (int i = 0; i < 4; i++) {
            tick(true, i, true);
        }

        List<String> all = sentences();
        assertEquals(
                List.of("Halls cool.", "We saw 5\\% of them.", "It is $x$ \\textbf{bold}.", "We care."), all.subList(all.size() - 4, all.size()));
    }

    @Test
    void theAbstractOfThePaperIsReplacedInOneStep() throws IOException {
        BotEditor editor = open(hall(), GENERIC);
        String before = editor.getText();
        showView();
        write(Task.STRUCTURED_ABSTRACT);
        waitForSentences();
        bot.waitUntil(() -> isEnabled(Messages.use_abstract), "the abstract can be replaced", LONG);

        view.bot().button(Messages.use_abstract).click();

        String expected = "\\begin{abstract}\n" + String.join("\n", sentences()) + "\n\\end{abstract}";
        assertTrue(editor.getText().contains(expected), editor.getText());
        editor.undo();
        assertEquals(before, editor.getText());
    }

    @Test
    void aSelectionIsSummarisedAndReplaced() throws IOException {
        BotEditor editor = open(hall(), GENERIC);
        String before = editor.getText();
        String sensors = "We placed 24 sensors in the lecture hall and recorded air temperatures over 30 winter nights.\n"
                + "The sensors were read every five minutes by a small computer.";
        editor.show();
        editor.select(sensors);

        bot.command(ScholionUi.SUMMARISE_SELECTION);

        view = bot.view("Assistant");
        waitForSentences();
        assertTrue(Arrays.asList(sensors.split("\n")).containsAll(sentences()), () -> sentences().toString());
        tick(false, 1, false);
        view.bot().button(Messages.use_selection).click();
        assertEquals(before.replace(sensors, sentences().getFirst()), editor.getText());
        editor.undo();
        assertEquals(before, editor.getText());
    }

    @Test
    void pointsAreWrittenAsAList() throws IOException {
        BotEditor editor = open(hall(), GENERIC);
        editor.select(editor.getText().indexOf("Here."), 5);
        showView();
        choose(Messages.bar_task, Task.PAPER.ordinal());
        choose(Messages.bar_length, 2);
        write(Task.PAPER);
        waitForSentences();

        view.bot().button(Messages.use_selection).click();

        String list = "\\begin{itemize}\n  \\item " + String.join("\n  \\item ", sentences()) + "\n\\end{itemize}\n\\input{results}";
        assertTrue(editor.getText().contains(list), editor.getText());
    }

    @Test
    void theSectionAtTheCaretIsSummarised() throws IOException {
        hall();
        open(folder.resolve("hall.tex"), GENERIC);
        BotEditor editor = open(results, GENERIC);
        editor.show();
        editor.navigateTo("two hours earlier");

        bot.command(ScholionUi.SUMMARISE_SECTION);

        view = bot.view("Assistant");
        waitForSentences();
        assertEquals("Conclusion", bot.ask(() -> combo(Messages.bar_section).getText()));
        assertEquals(
                List.of("We conclude that the heating of the lecture hall may be switched off two hours earlier than today."),
                sentences());
    }

    @Test
    void withoutASelectionItSaysWhatToSelect() throws IOException {
        open(hall(), GENERIC);
        showView();

        write(Task.SELECTION);

        waitForLabel(Messages.view_noSelection);
    }

    @Test
    void aPaperWithoutSentencesIsToldSo() throws IOException {
        open(paper("empty.tex", "\\section{Nothing}"), GENERIC);
        showView();

        write(Task.ABSTRACT);

        waitForLabel("There are no sentences here to work with.");
        assertFalse(isEnabled(Messages.use_caret));
    }

    @Test
    void withoutAnEngineItSaysWhatToInstall() throws IOException, BundleException {
        Bundle engine = Arrays.stream(FrameworkUtil.getBundle(PaperUi.class).getBundleContext().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("org.scholion.assist.writing"))
                .findFirst()
                .orElseThrow();
        engine.stop(Bundle.STOP_TRANSIENT);
        try {
            open(paper("plain.tex", "Words of a paper."), GENERIC);
            showView();
            waitForLabel(Messages.view_missing);
            assertFalse(isEnabled(Messages.bar_write));
        } finally {
            engine.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        }
    }

    @Test
    void theTextOfOnePaperIsNotOfferedForAnother() throws IOException {
        open(hall(), GENERIC);
        showView();
        write(Task.ABSTRACT);
        waitForSentences();

        open(paper("other.tex", "Another paper."), GENERIC);

        bot.waitUntil(() -> !isEnabled(Messages.use_caret), "nothing can be inserted into the other paper", LONG);
        waitForLabel("hall.tex");
        assertTrue(isEnabled(Messages.use_copy));
    }

    @Test
    void withoutAnyFileOpenTheSentencesLeadBackToTheirFile() throws IOException {
        open(hall(), GENERIC);
        showView();
        write(Task.ABSTRACT);
        waitForSentences();
        bot.closeAllEditors();

        press(sentences().indexOf("Little is known about how lecture halls cool."), 0, SWT.CR, SWT.CR);

        bot.waitUntil(() -> bot.editorCount() == 1, "the file is open again", LONG);
        assertTrue(Files.readString(folder.resolve("hall.tex")).contains(bot.activeEditor().selection()));
        assertEquals("However, little is known about how lecture halls cool.", bot.activeEditor().selection());
    }

    private String clipboard() {
        return bot.ask(() -> {
            Clipboard clipboard = new Clipboard(PlatformUI.getWorkbench().getDisplay());
            Object text = clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            return Objects.toString(text);
        });
    }
}
