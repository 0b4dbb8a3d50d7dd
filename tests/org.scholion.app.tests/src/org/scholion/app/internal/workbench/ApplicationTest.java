package org.scholion.app.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.app.internal.AppIds;
import org.scholion.app.internal.papers.PaperOpener;
import org.scholion.app.internal.papers.PathList;
import org.scholion.app.internal.start.Theme;
import org.scholion.jobs.JobFamily;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotView;
import org.scholion.testkit.LoggedErrors;
import org.scholion.testkit.ScholionBot;

@SuppressWarnings("restriction") // the theme engine is provisional, and there is no other
class ApplicationTest {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String FINDINGS = "org.scholion.ui.findings";

    private final ScholionBot bot = new ScholionBot();

    @TempDir
    Path folder;

    private LoggedErrors errors;

    @BeforeEach
    void showWelcome() {
        errors = new LoggedErrors();
        bot.waitForWorkbench();
        bot.closeAllEditors();
        bot.command(AppIds.SHOW_WELCOME);
    }

    @AfterEach
    void closeEverything() throws InterruptedException {
        bot.closeAllEditors();
        bot.ask(() -> {
            List.copyOf(PathList.FOLDERS.paths()).forEach(PathList.FOLDERS::remove);
            List.copyOf(PathList.RECENT.paths()).forEach(PathList.RECENT::remove);
            return true;
        });
        for (JobFamily family : JobFamily.values()) {
            Job.getJobManager().join(family, null);
        }
        List<String> logged = errors.take().stream().map(status -> status + " " + status.getException()).toList();
        errors.close();
        assertEquals(List.of(), logged);
    }

    @Test
    void theSamplePaperIsOneClickAwayAndItsFindingsShow() {
        bot.screenshot("welcome");
        bot.button("Open the Sample Paper").click();
        bot.waitUntil(() -> bot.activeEditor().title().equals("paper.tex"), "the sample paper is open", LONG);
        BotView findings = bot.showView(FINDINGS);
        bot.waitUntil(() -> mentions(findings, "enviroment"), "the misspelling is in the Findings view", LONG);
        bot.screenshot("sample-paper");
    }

    @Test
    void theWindowIsNamedAfterTheFile() throws IOException {
        open(paper("study.tex"));
        bot.waitUntil(() -> window().getShell().getText().equals("study.tex – Scholion"), "the title of the window");
    }

    @Test
    void aFolderOpensItsMainFileAndShowsItsFiles() throws IOException {
        paper("study.tex");
        Files.writeString(folder.resolve("study.aux"), "x");
        open(folder);
        assertEquals("study.tex", bot.activeEditor().title());
        BotView papers = bot.showView(AppIds.PAPERS_VIEW);
        bot.waitUntil(() -> papers.bot().tree().selection().equals(List.of("study.tex")), "the file is selected", LONG);
    }

    @Test
    void openingWritesNothingIntoTheFolderOfThePaper() throws IOException {
        Path paper = paper("study.tex");
        open(folder);
        open(paper);
        assertEquals(List.of("study.tex"), names(folder));
    }

    @Test
    void aMissingFileIsSaidPlainly() {
        Path gone = folder.resolve("gone.tex");
        PathList.RECENT.add(gone);
        boolean before = ErrorDialog.AUTOMATED_MODE;
        ErrorDialog.AUTOMATED_MODE = true;
        try {
            open(gone);
        } finally {
            ErrorDialog.AUTOMATED_MODE = before;
        }
        List<String> said = errors.take().stream().map(IStatus::getMessage).toList();
        assertEquals(List.of(gone + " cannot be opened: there is no such file, or it may not be read."), said);
        assertFalse(PathList.RECENT.paths().contains(gone));
    }

    @Test
    void papersThatWereOpenedAreOnTheWelcomePage() throws IOException {
        open(paper("study.tex"));
        bot.closeAllEditors();
        bot.command(AppIds.SHOW_WELCOME);
        bot.link("study.tex");
        bot.waitUntil(() -> bot.editorCount() == 2, "the paper is open again", LONG);
    }

    @Test
    void lightAndDarkAreACommandAway() throws IOException {
        open(paper("study.tex"));
        IThemeEngine engine = bot.ask(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class));
        apply(engine, Theme.LIGHT);
        bot.command(AppIds.THEME);
        bot.waitUntil(() -> engine.getActiveTheme().getId().contains("dark"), "the dark theme", LONG);
        BotEditor editor = bot.editor("study.tex");
        bot.waitUntil(() -> editor.styledTextWidget().getBackground().getRGB().red < 80, "a dark editor", LONG);
        bot.screenshot("dark");
        bot.command(AppIds.THEME);
        bot.waitUntil(() -> editor.styledTextWidget().getBackground().getRGB().red > 200, "a light editor", LONG);
    }

    @Test
    void textIsZoomedByCommands() throws IOException {
        open(paper("study.tex"));
        BotEditor editor = bot.activeEditor();
        editor.show();
        int before = fontHeight(editor);
        bot.command("org.eclipse.ui.edit.text.zoomIn");
        bot.waitUntil(() -> editor.styledTextWidget().getFont().getFontData()[0].getHeight() > before, "larger letters");
        bot.command("org.eclipse.ui.edit.text.zoomOut");
        bot.waitUntil(() -> editor.styledTextWidget().getFont().getFontData()[0].getHeight() == before, "letters as before");
    }

    @Test
    void theMenusHoldWhatAWriterNeeds() {
        List<String> bar = bot.ask(() -> labels(window().getShell().getMenuBar()));
        assertEquals(List.of("File", "Edit", "Scholion", "View", "Help"), bar);
        List<String> file = bot.ask(() -> labels(window().getShell().getMenuBar().getItem(0).getMenu()));
        assertFalse(file.contains("Open File...") || file.contains("Convert Line Delimiters To"), file.toString());
        assertTrue(file.contains("Open Paper…") && file.contains("Save"), file.toString());
    }

    @Test
    void everyButtonAndLinkOfTheWelcomeHasItsWords() {
        List<String> nameless = bot.ask(() -> {
            List<String> found = new ArrayList<>();
            for (Control control : bot.controls()) {
                if (control instanceof Button button && button.getText().isBlank() && button.getToolTipText() == null) {
                    found.add(button.toString());
                }
            }
            return found;
        });
        assertEquals(List.of(), nameless);
    }

    private static boolean mentions(BotView findings, String word) {
        boolean listed = findings.bot().controls().stream().anyMatch(Tree.class::isInstance);
        return listed && findings.bot().tree().leaves().stream().anyMatch(row -> row.toString().contains(word));
    }

    private void apply(IThemeEngine engine, Theme theme) {
        bot.ask(() -> {
            theme.apply(engine);
            return true;
        });
    }

    private int fontHeight(BotEditor editor) {
        return bot.ask(() -> editor.styledTextWidget().getFont().getFontData()[0].getHeight());
    }

    private void open(Path path) {
        bot.ask(() -> {
            PaperOpener.open(window(), List.of(path));
            return true;
        });
    }

    private Path paper(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "\\documentclass{article}\n\\begin{document}\nA sentence.\n\\end{document}\n");
        return file;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> labels(Menu menu) {
        menu.notifyListeners(SWT.Show, new Event());
        return Arrays.stream(menu.getItems())
                .map(MenuItem::getText)
                .map(label -> label.replace("&", "").replaceAll("\t.*", ""))
                .filter(label -> !label.isEmpty())
                .toList();
    }

    private static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }
}
