package org.scholion.ui.word.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotView;
import org.scholion.ui.ScholionUi;

/**
 * Abstracts and summaries of a Word document are written into it like what is typed: one undo takes them back, saved they are
 * tracked.
 */
class AssistantInWordTest extends WordWorkbenchTest {

    private static final String BODY = paragraph("Heading1", "Introduction")
            + paragraph("", "Little is known about how lecture halls cool at night. We present a sensor network that records how a hall cools.")
            + paragraph("", "Abstract here: ")
            + paragraph("Heading1", "Results")
            + paragraph("", "A model with one time constant explains most of the variance of the temperatures. Two constants halve the error of it.");

    private BotEditor editor;
    private BotView view;
    private String before = "";

    @BeforeEach
    void openPaper() {
        editor = open(PaperDocx.write(folder.resolve("hall.docx"), BODY));
        before = editor.getText();
        view = bot.showView(ScholionUi.ASSISTANT_VIEW);
    }

    @AfterEach
    void closeView() {
        view.close();
    }

    private static String paragraph(String style, String text) {
        String properties = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
        return "<w:p>" + properties + "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    private <T extends Control> Stream<T> only(Class<T> type) {
        return view.bot().controls().stream().filter(type::isInstance).map(type::cast);
    }

    private List<String> sentences() {
        return bot.ask(() -> only(StyledText.class).filter(StyledText::getEditable).map(StyledText::getText).toList());
    }

    private List<String> labels() {
        return bot.ask(() -> only(Label.class).map(Label::getText).toList());
    }

    private void write() {
        bot.waitUntil(() -> bot.ask(() -> view.bot().button("Write").isEnabled()), "there is a paper", LONG);
        view.bot().button("Write").click();
        bot.waitUntil(() -> sentences().size() > 1, () -> "sentences, but " + labels(), LONG);
    }

    private void leaveOut(int index) {
        bot.ask(() -> {
            Button box = only(Button.class).filter(one -> (one.getStyle() & SWT.CHECK) != 0).toList().get(index);
            box.setSelection(false);
            box.notifyListeners(SWT.Selection, new Event());
            return null;
        });
    }

    private String main() {
        return PaperDocx.mainPart(folder.resolve("hall.docx"));
    }

    @Test
    void whatIsTickedIsInsertedInOneStepAndTracked() {
        editor.navigateBehind("Abstract here: ");
        write();
        leaveOut(0);
        List<String> used = sentences().subList(1, sentences().size());

        view.bot().button("Insert at Caret").click();

        String text = String.join(" ", used);
        assertEquals(before.replace("Abstract here: ", "Abstract here: " + text), editor.getText());
        editor.undo();
        assertEquals(before, editor.getText());
        bot.command("org.eclipse.ui.edit.redo");
        editor.save();
        assertTrue(main().contains("<w:ins "), main());
        assertTrue(main().contains(">" + text + "</w:t>"), main());
    }

    @Test
    void theSelectedWordsOfAParagraphAreReplaced() {
        editor.select("Abstract here: ");
        write();

        view.bot().button("Replace Selection").click();

        assertEquals(before.replace("Abstract here: ", String.join(" ", sentences())), editor.getText());
        editor.undo();
        assertEquals(before, editor.getText());
    }

    @Test
    void aSelectionOfSeveralParagraphsIsNotReplaced() {
        int start = before.indexOf("We present");
        editor.select(start, before.indexOf("here: ") - start);
        write();

        view.bot().button("Replace Selection").click();

        bot.waitUntil(
                () -> labels().stream().anyMatch(label -> label.startsWith("The text cannot stand here.")), () -> labels().toString(), LONG);
        assertEquals(before, editor.getText());
    }

    @Test
    void aSentenceLeadsToItsPlaceInTheDocument() {
        write();
        int row = sentences().indexOf("A model with one time constant explains most of the variance of the temperatures.");
        bot.ask(() -> {
            StyledText text = only(StyledText.class).filter(StyledText::getEditable).toList().get(row);
            text.notifyListeners(SWT.MouseDoubleClick, new Event());
            return null;
        });

        assertEquals("A model with one time constant explains most of the variance of the temperatures.", editor.selection());
    }
}
