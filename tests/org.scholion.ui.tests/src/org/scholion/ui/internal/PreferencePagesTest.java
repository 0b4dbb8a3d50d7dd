package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.scholion.assist.Category;
import org.scholion.assist.UserFiles;
import org.scholion.jobs.ScholionSettings;
import org.scholion.library.Libraries;
import org.scholion.library.LibraryException;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.ScholionUi;

class PreferencePagesTest extends WorkbenchTest {

    private static final String TITLE = "Preferences (Filtered)";
    private static final String APPLY = "Apply and Close";

    @Test
    void applyingWithoutAChangeKeepsTheDefaults() {
        ScholionBot dialog = openPage("");

        dialog.button(APPLY).click();

        closed();
        assertEquals(ScholionSettings.DEFAULT, ui.settings().current());
    }

    @Test
    void whatIsSetIsKeptAndCheckedAgain() throws IOException {
        BotEditor editor = open(paper("paper.tex", "A banana and a cherry."), GENERIC);
        waitForMarks(editor, "banana", "cherry");
        ScholionBot dialog = openPage("");
        assertTrue(dialog.checkBox("Check while typing").isChecked());

        dialog.checkBox("Style").click();
        dialog.button(APPLY).click();

        closed();
        assertFalse(ui.settings().current().categories().contains(Category.STYLE));
        waitForMarks(editor, "cherry");
    }

    @Test
    void theModelsThatCanBeHadAreListedAndNoneIsFetched() {
        ScholionBot dialog = openPage(".models");
        Table table = find(dialog, Table.class);
        bot.waitUntil(() -> table.getItemCount() > 5, "the models are listed");
        bot.screenshot("preferences-models");

        dialog.button(APPLY).click();

        closed();
    }

    @Test
    void aRuleCanBeFoundExplainedAndSwitchedOff() {
        ScholionBot dialog = openPage(".rules");
        Table table = find(dialog, Table.class);
        bot.waitUntil(() -> table.getItemCount() > 5, "the rules are listed");
        Text search = dialog.textWithMessageWidget(Messages.page_rulesSearch);
        bot.ask(() -> {
            search.setText("WORD_REPEATED");
            return null;
        });
        bot.waitUntil(() -> table.getItemCount() == 1, "one rule is left");

        bot.ask(() -> {
            TableItem item = table.getItem(0);
            table.setSelection(item);
            item.setChecked(false);
            Event event = new Event();
            event.item = item;
            event.detail = SWT.CHECK;
            table.notifyListeners(SWT.Selection, event);
            return null;
        });
        dialog.button("Explain…").clickLater();
        ScholionBot page = bot.shell("Rule WORD_REPEATED");
        bot.screenshot("rule-page");
        page.button("Close").click();
        dialog.button(APPLY).click();

        closed();
        assertEquals(Set.of("WORD_REPEATED"), ui.settings().current().rulesOff());
    }

    @Test
    void wordsAreAddedToAndRemovedFromMyDictionary() throws IOException {
        UserFiles user = UserFiles.standard();
        user.addWord("Tycho");
        ScholionBot dialog = openPage(".dictionary");
        org.eclipse.swt.widgets.List words = find(dialog, org.eclipse.swt.widgets.List.class);
        bot.waitUntil(() -> words.getItemCount() == 1, "the words are listed");

        dialog.textWithMessage(Messages.page_newWord).setText("Scholion");
        dialog.button("Add").click();
        bot.ask(() -> {
            words.setSelection(new String[] {"Tycho"});
            words.notifyListeners(SWT.Selection, new Event());
            return null;
        });
        dialog.button("Remove").click();
        dialog.button(APPLY).click();

        closed();
        bot.waitUntil(Jobs::areIdle, "the dictionary is written");
        assertEquals(List.of("Scholion"), Files.readAllLines(user.dictionary()));
    }

    @Test
    void sourcesOfTheLibraryAreListedAndRemoved() throws IOException, LibraryException {
        Path source = folder.resolve("own.bib");
        Files.writeString(source, "@misc{one, title = {One}}\n");
        Libraries libraries = new ServiceCaller<>(PreferencePagesTest.class, Libraries.class).current().orElseThrow();
        libraries.add(Libraries.STANDARD, source);
        ScholionBot dialog = openPage(".library");
        Table table = find(dialog, Table.class);
        bot.waitUntil(() -> bot.ask(table::getItemCount) == 1, "the source is listed", LONG);
        assertEquals(source.toString(), bot.ask(() -> table.getItem(0).getText()));

        bot.ask(() -> {
            table.select(0);
            table.notifyListeners(SWT.Selection, new Event());
            return null;
        });
        dialog.button("Remove").click();

        bot.waitUntil(() -> bot.ask(table::getItemCount) == 0, "the source is gone", LONG);
        dialog.button(APPLY).click();
        closed();
        assertEquals(List.of(), libraries.sources(Libraries.STANDARD));
        assertTrue(Files.exists(source));
    }

    private ScholionBot openPage(String page) {
        String id = ScholionUi.PREFERENCES + page;
        bot.later(() -> PreferencesUtil.createPreferenceDialogOn(
                        PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), id, new String[] {id}, null)
                .open());
        return bot.shell(TITLE);
    }

    private void closed() {
        bot.waitUntil(() -> !bot.hasShell(TITLE), "the preferences are closed");
    }

    private <T> T find(ScholionBot dialog, Class<T> type) {
        return dialog.controls().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }
}
