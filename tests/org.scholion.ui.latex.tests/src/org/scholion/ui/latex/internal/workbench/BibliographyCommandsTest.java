package org.scholion.ui.latex.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.latex.internal.Messages;

/** Each command changes what it is for, in one step that can be undone. */
class BibliographyCommandsTest extends BibliographyTest {

    @Test
    void formattingSetsOutWhatIsOddAndIsOneStep() {
        BotEditor editor = openBibliography();
        String before = editor.getText();
        String squeezed = "@article{zed, author = {Zed, Zoe},title={Last Things},\n journal = {Notes}, year = {2001}}\n";
        String odd = before.replace(ZED, squeezed);
        editor.setText(odd);

        bot.command(COMMANDS + "format");

        bot.waitUntil(() -> editor.getText().equals(before), () -> editor.getText(), LONG);
        editor.undo();
        assertEquals(odd, editor.getText());
    }

    @Test
    void sortingMovesEntriesAsTheyAre() {
        BotEditor editor = openBibliography();
        String before = editor.getText();
        bot.commandLater(COMMANDS + "sort");
        ScholionBot dialog = bot.shell(Messages.bib_sortTitle);
        choose(dialog, Messages.bib_sortByYear);
        dialog.button(Messages.bib_sortButton).click();

        String knuth = before.substring(0, before.indexOf(ZED));
        String sorted = LI + "\n" + LI_AGAIN + "\n" + ZED + "\n" + knuth.stripTrailing() + "\n";
        bot.waitUntil(() -> editor.getText().equals(sorted), () -> editor.getText(), LONG);
        editor.undo();
        assertEquals(before, editor.getText());
    }

    @Test
    void keysAreShownBeforeTheyChange() {
        BotEditor editor = openBibliography();
        String before = editor.getText();
        bot.commandLater(COMMANDS + "keys");
        ScholionBot dialog = bot.shell(Messages.bib_keysTitle);
        Combo pattern = named(dialog, Combo.class, Messages.bib_keysPattern);
        setPattern(pattern, "[auth:lower][year]");
        Table table = named(dialog, Table.class, Messages.bib_keysTable);
        List<String> wanted = List.of(
                "knuth84 | knuth1984 | The TeXbook", "zed | zed2001 | Last Things", "li | li2016 | Deep Margins of Old Books",
                "li16 | li2016a | Deep margins of old books");
        bot.waitUntil(() -> rows(table).equals(wanted), () -> rows(table).toString(), LONG);

        setPattern(pattern, "[nobody]");
        assertFalse(bot.ask(() -> dialog.button(Messages.bib_keysButton).isEnabled()));
        setPattern(pattern, "[auth:lower][year]");
        bot.waitUntil(() -> rows(table).equals(wanted), () -> rows(table).toString(), LONG);
        bot.waitUntil(() -> dialog.button(Messages.bib_keysButton).isEnabled(), "keys can change", LONG);
        dialog.button(Messages.bib_keysButton).click();

        String changed = before.replace("{knuth84,", "{knuth1984,").replace("{zed,", "{zed2001,").replace("{li,", "{li2016,")
                .replace("{li16,", "{li2016a,");
        bot.waitUntil(() -> editor.getText().equals(changed), () -> editor.getText(), LONG);
        editor.undo();
        assertEquals(before, editor.getText());
    }

    @Test
    void citationsOfTheOpenPaperFollowOnlyWhereTheAuthorWantsIt() {
        BotEditor paper = open(main);
        BotEditor editor = openBibliography();
        String cited = paper.getText();

        changeKeys(false);
        bot.waitUntil(() -> editor.getText().contains("{zed2001,"), "keys change", LONG);
        assertEquals(cited, paper.getText());
        editor.undo();
        assertTrue(editor.getText().contains("{zed,"));

        editor.show();
        changeKeys(true);
        bot.waitUntil(() -> paper.getText().contains("\\cite{zed2001, li2016a}"), () -> paper.getText(), LONG);
        assertTrue(paper.getText().contains("\\cite{knuth1984}"), paper.getText());
        paper.undo();
        assertEquals(cited, paper.getText());
    }

    private void changeKeys(boolean citations) {
        bot.commandLater(COMMANDS + "keys");
        ScholionBot dialog = bot.shell(Messages.bib_keysTitle);
        setPattern(named(dialog, Combo.class, Messages.bib_keysPattern), "[auth:lower][year]");
        Table table = named(dialog, Table.class, Messages.bib_keysTable);
        bot.waitUntil(() -> rows(table).size() == 4, () -> rows(table).toString(), LONG);
        if (citations) {
            dialog.checkBox("Change the citations in the open papers as well (3 places)").click();
        }
        bot.waitUntil(() -> dialog.button(Messages.bib_keysButton).isEnabled(), "keys can change", LONG);
        dialog.button(Messages.bib_keysButton).click();
        bot.waitUntil(() -> !bot.hasShell(Messages.bib_keysTitle), "the window is closed", LONG);
    }

    private void setPattern(Combo combo, String pattern) {
        bot.ask(() -> {
            combo.setText(pattern);
            return null;
        });
    }

    @Test
    void duplicatesAreMergedAsTheAuthorChooses() {
        BotEditor editor = openBibliography();
        String before = editor.getText();
        bot.commandLater(COMMANDS + "merge");
        ScholionBot dialog = bot.shell(Messages.bib_mergeTitle);
        Table pairs = named(dialog, Table.class, Messages.bib_mergePairs);
        assertEquals(List.of("li16 and li"), rows(pairs));
        Table fields = named(dialog, Table.class, Messages.bib_mergeFields);
        assertEquals("title | \u25CF Deep margins of old books | \u25CB Deep Margins of Old Books", rows(fields).get(1));
        Text preview = named(dialog, Text.class, Messages.bib_mergePreview);
        bot.waitUntil(() -> textOf(preview).equals(LI_AGAIN.strip()), () -> textOf(preview), LONG);

        selectRow(fields, 1);
        ScholionBot.press(fields, 0, SWT.ARROW_RIGHT, (char) 0);

        String merged = LI_AGAIN.replace("Deep margins of old books", "Deep Margins of Old Books");
        bot.waitUntil(() -> textOf(preview).equals(merged.strip()), () -> textOf(preview), LONG);
        assertTrue(dialog.controls().stream()
                .anyMatch(control -> control instanceof Label label
                        && bot.ask(label::getText).contains("\u201Cli\u201D will be gone")));
        dialog.button(Messages.bib_mergeButton).click();
        bot.waitUntil(() -> rows(pairs).isEmpty(), () -> rows(pairs).toString(), LONG);
        dialog.button("Close").click();

        assertEquals(before.replace("\n" + LI + "\n" + LI_AGAIN, "\n" + merged), editor.getText());
        editor.undo();
        assertEquals(before, editor.getText());
    }

    @Test
    void theKeyThatGoesStaysAsAnotherNameAndTheSidesCanBeSwapped() {
        BotEditor editor = openBibliography();
        bot.commandLater(COMMANDS + "merge");
        ScholionBot dialog = bot.shell(Messages.bib_mergeTitle);
        Table pairs = named(dialog, Table.class, Messages.bib_mergePairs);
        dialog.button(Messages.bib_mergeExchange).click();
        assertEquals(List.of("li and li16"), rows(pairs));
        dialog.checkBox(Messages.bib_mergeAlias).click();
        Text preview = named(dialog, Text.class, Messages.bib_mergePreview);
        bot.waitUntil(() -> textOf(preview).contains("ids = {li16}"), () -> textOf(preview), LONG);

        dialog.button(Messages.bib_mergeButton).click();
        bot.waitUntil(() -> rows(pairs).isEmpty(), () -> rows(pairs).toString(), LONG);
        dialog.button("Close").click();

        assertTrue(editor.getText().contains("@article{li,") && !editor.getText().contains("@article{li16,"), editor.getText());
        assertTrue(editor.getText().contains("doi = {10.1000/12}"), editor.getText());
    }

    @Test
    void aFileWithoutDuplicatesSaysSo() {
        BotEditor editor = openBibliography();
        editor.setText(ZED);
        bot.commandLater(COMMANDS + "merge");
        bot.shell(Messages.bib_mergeTitle).button("OK").click();
        assertEquals(ZED, editor.getText());
    }

    @Test
    void aPastedReferenceBecomesAnEntry() {
        BotEditor editor = openBibliography();
        String before = editor.getText();
        bot.commandLater(COMMANDS + "newEntry");
        ScholionBot dialog = bot.shell(Messages.bib_newTitle);
        assertFalse(dialog.button(Messages.bib_newButton).isEnabled());
        String pasted = "Smith, J., & Doe, A. (2010). On footnotes. Journal of Notes, 3(2), 1-10.";
        type(named(dialog, Text.class, Messages.bib_newText), pasted);
        Text entry = named(dialog, Text.class, Messages.bib_newEntry);
        bot.waitUntil(() -> textOf(entry).contains("title = {On footnotes}"), () -> textOf(entry), LONG);
        String made = textOf(entry);
        dialog.button(Messages.bib_newButton).click();

        bot.waitUntil(() -> editor.getText().contains(made), () -> editor.getText(), LONG);
        assertTrue(editor.getText().startsWith(before.stripTrailing()), editor.getText());
        assertEquals("@article{" + editor.selection(), made.substring(0, made.indexOf(',')));
        editor.undo();
        assertEquals(before, editor.getText());
    }
}
