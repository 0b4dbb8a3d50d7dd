package org.scholion.ui.word.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.BackingStoreException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotException;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.word.internal.WordEditor;
import org.scholion.ui.word.internal.WordSettings;

class WordEditorTest extends WordWorkbenchTest {

    private Path paper() {
        return PaperDocx.write(folder.resolve("paper.docx"));
    }

    @AfterEach
    void trackAgain() throws BackingStoreException {
        WordSettings.setMode(Mode.TRACKED_CHANGES);
    }

    @Test
    void aDocumentOpensInItsEditorAsItReads() {
        BotEditor editor = open(paper());
        assertEquals(WordEditor.ID, editor.part().getSite().getId());
        assertTrue(editor.getText().startsWith("On the Ripeness of Fruit\nIntroduction\nFruit is eaten by many people \uFFFC. A banana is sweet for \uFFFC"),
                editor.getText());
        assertTrue(editor.getText().contains("One cherry were was lost"), editor.getText());
        StyleRange title = bot.ask(() -> editor.styledTextWidget().getStyleRangeAtOffset(3));
        StyleRange italic = bot.ask(() -> editor.styledTextWidget().getStyleRangeAtOffset(editor.getText().indexOf("sweet")));
        StyleRange deleted = bot.ask(() -> editor.styledTextWidget().getStyleRangeAtOffset(editor.getText().indexOf("were")));
        assertEquals(SWT.BOLD, bot.ask(() -> title.font.getFontData()[0].getStyle()));
        assertEquals(SWT.ITALIC, bot.ask(() -> italic.font.getFontData()[0].getStyle()));
        assertTrue(deleted.strikeout);
    }

    @Test
    void findingsAreMarkedAsInEveryPaper() {
        BotEditor editor = open(paper());
        waitForMarks(editor, "banana", "cherry", "cherry", "banana");
    }

    @Test
    void anAcceptedFindingIsSavedAsATrackedChange() {
        Path file = paper();
        BotEditor editor = open(file);
        waitForMarks(editor, "banana", "cherry", "cherry", "banana");
        editor.navigateTo("anana");
        bot.command(ScholionUi.APPLY_FIRST);
        bot.waitUntil(() -> editor.getText().contains("A apple is"), "the replacement is made");
        assertTrue(editor.isDirty());
        editor.save();
        assertFalse(editor.isDirty());
        String main = PaperDocx.mainPart(file);
        assertTrue(main.contains(">banana</w:delText>"), main);
        assertTrue(main.contains("w:author=\"Scholion\""), main);
        assertTrue(main.contains(">apple</w:t>"), main);
        assertTrue(main.contains("ADDIN ZOTERO_ITEM") && main.contains("w:author=\"Ada\""), main);
    }

    @Test
    void whatIsTypedIsCheckedAndSaved() {
        Path file = paper();
        BotEditor editor = open(file);
        editor.navigateBehind("The end").typeText(" of a cherry");
        waitForMarks(editor, "banana", "cherry", "cherry", "banana", "cherry");
        editor.save();
        assertTrue(PaperDocx.mainPart(file).contains(" of a cherry"), PaperDocx.mainPart(file));
    }

    @Test
    void whatIsTakenBackLeavesNoTraceEvenAfterSaving() throws Exception {
        Path file = paper();
        byte[] before = Files.readAllBytes(file);
        BotEditor editor = open(file);
        editor.navigateBehind("The end").typeText("ing");
        editor.save();
        assertTrue(PaperDocx.mainPart(file).contains("<w:ins "), "a tracked change is on disk");
        while (editor.getText().contains("The endi")) {
            editor.undo();
        }
        bot.waitUntil(() -> editor.getText().contains("The end."), "taken back");
        editor.save();
        assertEquals(PaperDocx.mainPart(PaperDocx.write(folder.resolve("other.docx"))), PaperDocx.mainPart(file));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void thePreferenceDecidesHowChangesAreWritten() throws Exception {
        WordSettings.setMode(Mode.PLAIN);
        Path file = paper();
        BotEditor editor = open(file);
        editor.navigateBehind("The end").typeText("ing");
        editor.save();
        String main = PaperDocx.mainPart(file);
        assertTrue(main.contains(">The ending.</w:t>"), main);
        assertFalse(main.contains("w:author=\"Scholion\""), main);
    }

    @Test
    void formulasAndParagraphsCannotBeTypedAway() {
        BotEditor editor = open(paper());
        String before = editor.getText();
        editor.select(before.indexOf("for \uFFFC"), 5);
        editor.press(0, SWT.DEL, SWT.DEL);
        editor.navigateBehind("of us.1");
        editor.press(0, SWT.DEL, SWT.DEL);
        editor.navigateTo("The end.");
        editor.press(0, SWT.CR, SWT.CR);
        assertEquals(before, editor.getText());
        assertFalse(editor.isDirty());
    }

    @Test
    void whatWordSavesShowsAtOnce() throws Exception {
        Path file = paper();
        BotEditor editor = open(file);
        waitForMarks(editor, "banana", "cherry", "cherry", "banana");
        PaperDocx.write(file, "<w:p><w:r><w:t>Only one cherry.</w:t></w:r></w:p>");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        bot.waitUntil(() -> editor.getText().startsWith("Only one cherry."), () -> editor.getText(), LONG);
        waitForMarks(editor, "cherry");
        assertFalse(editor.isDirty());
        editor.navigateBehind("Only").typeText(" just");
        editor.save();
        assertTrue(PaperDocx.mainPart(file).contains("just "), PaperDocx.mainPart(file));
    }

    @Test
    void whatCannotBeReadAnyMoreLeavesTheTextAndIsReadWhenItCanBe() throws Exception {
        Path file = paper();
        BotEditor editor = open(file);
        Files.writeString(file, "half of it");
        pause(editor);
        assertTrue(editor.getText().contains("The end."), editor.getText());
        PaperDocx.write(file, "<w:p><w:r><w:t>The whole of it.</w:t></w:r></w:p>");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        bot.waitUntil(() -> editor.getText().startsWith("The whole of it."), () -> editor.getText(), LONG);
    }

    /** Until the editor has looked at the file once. */
    private void pause(BotEditor editor) {
        bot.ask(() -> {
            editor.styledTextWidget().setData("waited", null);
            editor.styledTextWidget().getDisplay().timerExec(2500, () -> editor.styledTextWidget().setData("waited", true));
            return true;
        });
        bot.waitUntil(() -> bot.ask(() -> editor.styledTextWidget().getData("waited")) != null, "the file was looked at");
    }

    @Test
    void changesOfTheAuthorAreNotLostWhenWordSavesMeanwhile() throws Exception {
        Path file = paper();
        BotEditor editor = open(file);
        editor.navigateBehind("The end").typeText("ing");
        PaperDocx.write(file, "<w:p><w:r><w:t>Another text.</w:t></w:r></w:p>");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        pause(editor);
        assertTrue(editor.getText().contains("The ending."), editor.getText());
        assertTrue(editor.isDirty());
    }

    @Test
    void thePasswordOfAProtectedDocumentIsAskedForUntilItIsRightAndKeptForSaving() throws Exception {
        Path file = PaperDocx.protect(paper(), "pear");
        bot.later(() -> bot.open(file));
        answer("paper.docx is protected", "plum");
        answer("not the password", "pear");
        bot.waitUntil(() -> bot.editorCount() == 1, "the document is open", LONG);
        BotEditor editor = bot.editor("paper.docx");
        waitForMarks(editor, "banana", "cherry", "cherry", "banana");
        editor.navigateBehind("The end").typeText(" of a cherry");
        waitForMarks(editor, "banana", "cherry", "cherry", "banana", "cherry");
        editor.save();
        assertFalse(editor.isDirty());
        assertEquals((byte) 0xD0, Files.readAllBytes(file)[0], "still protected");
        assertFalse(bot.hasShell("Password"));
    }

    /** Types a password where a question stands. */
    private void answer(String question, String password) {
        bot.waitUntil(
                () -> bot.hasShell("Password") && bot.shell("Password").controls().stream().anyMatch(
                        control -> control instanceof Label label && bot.ask(label::getText).contains(question)),
                "the question “" + question + "”",
                LONG);
        Text field = bot.shell("Password").controls().stream()
                .filter(control -> control instanceof Text && bot.ask(() -> control.getStyle() & SWT.PASSWORD) != 0)
                .map(Text.class::cast)
                .findFirst()
                .orElseThrow();
        bot.ask(() -> {
            field.setText(password);
            return true;
        });
        bot.shell("Password").button("OK").click();
    }

    @Test
    void aBrokenDocumentShowsAMessageAndNoEmptyPage() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.docx"), "no document");
        BotException shown = assertThrows(BotException.class, () -> bot.open(file, WordEditor.ID));
        assertTrue(shown.getMessage().contains("ErrorEditorPart"), shown.getMessage());
        List<IStatus> logged = errors.take();
        assertEquals(1, logged.size());
        assertTrue(logged.toString().contains("broken.docx is not a Word document"), logged.toString());
    }
}
