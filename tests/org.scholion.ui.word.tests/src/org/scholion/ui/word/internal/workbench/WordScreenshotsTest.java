package org.scholion.ui.word.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.ScholionUi;

/** Walks through the editor in a light and in a dark theme, and keeps a picture of each state. */
class WordScreenshotsTest extends WordWorkbenchTest {

    private static final String THEMES = "org.eclipse.e4.ui.css.theme.";
    private static final String[] NAMES = {"e4_default", "e4_dark"};

    @BeforeEach
    void enlarge() {
        bot.later(() -> shell().setBounds(0, 0, 1280, 800));
    }

    @Test
    void aPaperInALightAndInADarkTheme() {
        Path file = PaperDocx.write(folder.resolve("paper.docx"));
        for (String theme : NAMES) {
            use(theme);
            BotEditor editor = open(file);
            waitForMarks(editor, "banana", "cherry", "cherry", "banana");
            picture(theme + "-word-editor");
            editor.hover("anana");
            picture(theme + "-word-hover");
            editor.show();
            editor.navigateTo("herry");
            bot.command(ScholionUi.QUICK_FIX);
            picture(theme + "-word-quick-fix");
            bot.closeAllEditors();
            String page = "org.scholion.ui.word.preferences";
            bot.later(() -> PreferencesUtil.createPreferenceDialogOn(shell(), page, new String[] {page}, null).open());
            ScholionBot dialog = bot.shell("Preferences (Filtered)");
            picture(theme + "-word-preferences");
            dialog.button("Cancel").click();
        }
        use(NAMES[0]);
        assertTrue(bot.editorCount() == 0);
    }

    /** With {@code scholion.pictures} set to a folder of documents: how those of other people look. */
    @Test
    void documentsOfOtherPeople() throws Exception {
        String set = System.getProperty("scholion.pictures", "");
        assumeFalse(set.isEmpty(), "-Dscholion.pictures is not set");
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of(set))) {
            files = found.filter(file -> file.toString().endsWith(".docx")).sorted().toList();
        }
        for (Path file : files) {
            open(Files.copy(file, folder.resolve(file.getFileName())));
            picture("real-" + file.getFileName());
            bot.closeAllEditors();
        }
    }

    private void picture(String name) {
        bot.waitUntil(() -> Job.getJobManager().currentJob() == null, "no job waits");
        bot.screenshot(name);
    }

    private void use(String theme) {
        bot.ask(() -> {
            IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
            engine.setTheme(THEMES + theme, false);
            return null;
        });
    }

    private static Shell shell() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }
}
