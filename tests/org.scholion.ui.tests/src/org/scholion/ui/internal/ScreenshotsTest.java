package org.scholion.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scholion.jobs.OnlineAccess;
import org.scholion.jobs.ScholionSettings;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotText;
import org.scholion.testkit.BotView;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.ScholionUi;

/** Walks through the states of the user interface, in a light and in a dark theme, and keeps a picture of each. */
class ScreenshotsTest extends CitationsTest {

    private static final ServiceCaller<OnlineAccess> ACCESS = new ServiceCaller<>(ScreenshotsTest.class, OnlineAccess.class);
    private static final String THEMES = "org.eclipse.e4.ui.css.theme.";
    private static final String LIGHT = "e4_default";
    private static final String DARK = "e4_dark";

    private String theme = LIGHT;

    @BeforeEach
    void enlarge() {
        bot.later(() -> shell().setBounds(0, 0, 1280, 800));
    }

    /** First light, then dark: a platform that was dark keeps white letters on what is there already. */
    @Test
    void statesInALightAndInADarkTheme() throws IOException, LibraryException {
        useLibrary();
        for (String one : new String[] {LIGHT, DARK}) {
            use(one);
            editorAndFindings();
            bot.closeAllEditors();
            statesOfTheView();
            bot.closeAllEditors();
            worksToCite();
            bot.closeAllEditors();
            preferencePages("", ".rules", ".dictionary");
        }
    }

    @Test
    void theLibraryInALightAndInADarkTheme() throws IOException, LibraryException {
        useLibrary();
        for (String one : new String[] {LIGHT, DARK}) {
            use(one);
            library();
            bot.closeAllEditors();
            preferencePages(".library", ".library.online");
        }
    }

    private void editorAndFindings() throws IOException {
        BotView view = bot.showView(ScholionUi.FINDINGS_VIEW);
        picture("findings-no-paper");
        Path file = sample();
        BotEditor editor = open(file, GENERIC);
        bot.waitUntil(() -> covered(editor).containsAll(List.of("banana", "lemon", "cherry")), "marks", LONG);
        picture("editor");
        view.setFocus();
        view.bot().tree().select("banana");
        picture("findings");
        view.bot().textWithMessage(Messages.view_search).setText("nothing like this");
        picture("findings-filtered");
        view.bot().link(Messages.view_showAll);
        editor.show();
        editor.navigateTo("anana");
        bot.command(ScholionUi.QUICK_FIX);
        picture("quick-fix");
        editor.press(0, SWT.ESC, SWT.ESC);
    }

    private void statesOfTheView() throws IOException {
        bot.showView(ScholionUi.FINDINGS_VIEW);
        BotEditor editor = open(paper("clean.tex", "We like fruit."), PLAIN);
        picture("findings-none");
        ui.settings().store(ScholionSettings.DEFAULT.withCheckWhileTyping(false));
        picture("findings-off");
        ui.settings().store(ScholionSettings.DEFAULT);
        assistant.failure.set("The fake assistant cannot work: its model is missing. Install it in the preferences.");
        editor.navigateBehind("fruit").typeText(" and a banana");
        bot.waitUntil(
                () -> !paperOf(folder.resolve("clean.tex")).state().failures().isEmpty(), "the assistant has failed", LONG);
        picture("findings-failed");
        assistant.failure.set("");
    }

    private void worksToCite() throws IOException {
        BotView view = bot.showView(ScholionUi.CITATIONS_VIEW);
        picture("citations-no-paper");
        BotEditor editor = open(fruit(), GENERIC);
        editor.navigateBehind("ripe for harvesting");
        waitForKeys(view, "doe77 (from library.bib)", "adams01", "brown12");
        view.setFocus();
        picture("citations");
        editor.show();
        editor.navigateBehind("until spring").typeText(" \\cite{");
        bot.waitUntil(ScreenshotsTest::isListOpen, "a list of works", LONG);
        editor.press(0, SWT.ARROW_DOWN, (char) 0);
        picture("citation-completion");
        editor.press(0, SWT.ESC, SWT.ESC);
        editor.navigateTo("documentclass");
        picture("citations-no-sentence");
        view.close();
    }

    private void library() throws IOException {
        try (FakeCrossref crossref = new FakeCrossref()) {
            ACCESS.current().orElseThrow().store(OnlineSettings.OFF);
            BotView view = bot.showView(ScholionUi.LIBRARY_VIEW);
            open(paper("styled.tex", "Apples keep.", "\\bibliographystyle{apalike}", "\\bibliography{refs}"), GENERIC);
            view.setFocus();
            bot.waitUntil(() -> titles(view) == 3, "the works", LONG);
            view.bot().table().select("Pears");
            picture("library");
            text(view).setText("pears pests");
            bot.waitUntil(() -> titles(view) == 1, "the works that were searched for", LONG);
            picture("library-found");
            text(view).setText("nowhere to be seen");
            bot.waitUntil(() -> titles(view) < 0, "a message", LONG);
            picture("library-nothing");
            OnlineSettings settings = OnlineSettings.OFF.with(OnlineSource.CROSSREF, true).with(OnlineSource.UNPAYWALL, true);
            ACCESS.current().orElseThrow().store(settings.withAddress(OnlineSource.CROSSREF, crossref.address()));
            bot.waitUntil(() -> places(view).getItemCount() == 3, "Crossref is there", LONG);
            bot.ask(() -> {
                places(view).select(1);
                places(view).notifyListeners(SWT.Selection, new Event());
                return null;
            });
            picture("library-online-before");
            text(view).setText("tides");
            bot.ask(() -> {
                find(view, Text.class).notifyListeners(SWT.DefaultSelection, new Event());
                return null;
            });
            bot.waitUntil(() -> titles(view) == 2, "the works of Crossref", LONG);
            picture("library-online");
            view.bot().table().contextMenu(org.scholion.ui.internal.library.Messages.action_import);
            ScholionBot dialog = bot.shell(org.scholion.ui.internal.library.Messages.import_title);
            picture("library-import");
            dialog.button("Cancel").click();
            view.bot().table().contextMenu(org.scholion.ui.internal.library.Messages.action_check);
            bot.waitUntil(() -> Jobs.areIdle(), "it is checked");
            picture("library-checked");
            view.close();
            ACCESS.current().orElseThrow().store(OnlineSettings.OFF);
        }
    }

    private BotText text(BotView view) {
        return view.bot().textWithMessage(bot.ask(() -> find(view, Text.class).getMessage()));
    }

    private static Combo places(BotView view) {
        return find(view, Combo.class);
    }

    private static <T extends Control> T find(BotView view, Class<T> type) {
        return view.bot().controls().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    /** How many works show; -1 while something else does. */
    private static int titles(BotView view) {
        return view.bot().controls().stream().anyMatch(Table.class::isInstance) ? view.bot().table().rows().size() : -1;
    }

    private static boolean isListOpen() {
        return new ScholionBot()
                .controls().stream()
                        .anyMatch(control -> control instanceof Table table
                                && table.getShell().getText().isEmpty()
                                && table.getItemCount() > 1);
    }

    private void preferencePages(String... pages) {
        for (String page : pages) {
            String id = ScholionUi.PREFERENCES + page;
            bot.later(() -> PreferencesUtil.createPreferenceDialogOn(shell(), id, new String[] {id}, null).open());
            ScholionBot dialog = bot.shell("Preferences (Filtered)");
            picture("preferences" + page.replace('.', '-'));
            dialog.button("Cancel").click();
            bot.waitUntil(() -> !bot.hasShell("Preferences (Filtered)"), "the preferences are closed");
        }
    }

    private Path sample() throws IOException {
        Files.writeString(folder.resolve("method.tex"), """
                \\section{Method}
                We compare teh lemon with the cherry in $n = 3$ trials.
                This sentences has a error, which \\emph{everybody} can see.

                The color of each fruit and its colour were noted.
                """);
        return paper(
                "paper.tex",
                "\\title{On the Ripeness of Fruit}",
                "\\section{Introduction}",
                "Fruit is eaten by many people~\\cite{nobody}. A banana is sweet.",
                "It are known that sour fruit, such as a lemon, keeps longer.",
                "\\input{method}",
                "\\section{Results}",
                "One cherry was lost.");
    }

    /** The last turn of the user interface may still be to come: the picture waits until there is nothing left to do. */
    private void picture(String name) {
        bot.waitUntil(() -> Jobs.areIdle(), "all jobs have ended");
        bot.screenshot(theme + "-" + name);
    }

    private void use(String wanted) {
        theme = wanted;
        bot.ask(() -> {
            IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
            engine.setTheme(THEMES + wanted, false);
            return null;
        });
    }

    private static Shell shell() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }
}
