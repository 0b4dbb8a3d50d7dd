package org.scholion.ui.latex.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.latex.internal.AccessibleNames;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.bib.dialog.BibHover;

/** Walks through the windows of a bibliography in a light and in a dark theme, and keeps a picture of each. */
class BibliographyScreenshotsTest extends BibliographyTest {

    private static final String THEMES = "org.eclipse.e4.ui.css.theme.";
    private static final String[] NAMES = {"e4_default", "e4_dark"};

    @BeforeEach
    void enlarge() {
        bot.later(() -> shell().setBounds(0, 0, 1280, 800));
    }

    /** First light, then dark: a platform that was dark keeps white letters on what is there already. */
    @Test
    void everyWindowInALightAndInADarkTheme() {
        List<String> nameless = new ArrayList<>();
        for (String theme : NAMES) {
            use(theme);
            open(main);
            BotEditor editor = openBibliography();
            editor.navigateBehind("Last Things").typeText(" & More");
            waitForFindings(editor, "bib-special-character", "&");
            var view = bot.showView(ScholionUi.FINDINGS_VIEW);
            picture(theme + "-bib-editor");
            preview(editor, "Donald", theme + "-bib-hover");
            for (String command : List.of("merge", "keys", "newEntry", "sort")) {
                window(theme, command, nameless);
            }
            view.close();
            bot.closeAllEditors();
        }
        use(NAMES[0]);
        assertEquals(List.of(), nameless);
    }

    /** The window that the mouse brings, put up without it: it shows in an active window only. */
    private void preview(BotEditor editor, String place, String name) {
        BibHover hover = new BibHover();
        ISourceViewer viewer = editor.sourceViewer();
        int offset = editor.getText().indexOf(place);
        String shown = hover.getHoverInfo(viewer, bot.ask(() -> hover.getHoverRegion(viewer, offset)));
        IInformationControl control = bot.ask(() -> {
            IInformationControl made = hover.getHoverControlCreator().createInformationControl(viewer.getTextWidget().getShell());
            made.setSizeConstraints(500, 300);
            made.setInformation(shown);
            Point size = made.computeSizeHint();
            made.setSize(size.x, size.y);
            made.setLocation(viewer.getTextWidget().toDisplay(120, 40));
            made.setVisible(true);
            return made;
        });
        picture(name);
        bot.ask(() -> {
            control.dispose();
            return null;
        });
    }

    private void window(String theme, String command, List<String> nameless) {
        bot.commandLater(COMMANDS + command);
        ScholionBot dialog = bot.shell(title(command));
        switch (command) {
            case "newEntry" -> {
                String pasted = "Smith, J. et al. (2010). On footnotes. Journal of Notes, 3(2), 1-10.";
                type(named(dialog, Text.class, Messages.bib_newText), pasted);
                Text entry = named(dialog, Text.class, Messages.bib_newEntry);
                bot.waitUntil(() -> textOf(entry).contains("title"), "the entry", LONG);
            }
            case "keys" -> {
                Combo pattern = named(dialog, Combo.class, Messages.bib_keysPattern);
                bot.ask(() -> {
                    pattern.setText("[auth:lower][year]");
                    return null;
                });
                Table table = named(dialog, Table.class, Messages.bib_keysTable);
                bot.waitUntil(() -> rows(table).size() == 4, () -> rows(table).toString(), LONG);
            }
            case "merge" -> {
                Text preview = named(dialog, Text.class, Messages.bib_mergePreview);
                bot.waitUntil(() -> !textOf(preview).isEmpty(), "the preview", LONG);
            }
            default -> {
                // shows all at once
            }
        }
        picture(theme + "-bib-" + command);
        nameless.addAll(nameless(dialog));
        dialog.button(command.equals("merge") ? "Close" : "Cancel").click();
        bot.waitUntil(() -> !bot.hasShell(title(command)), "the window is closed", LONG);
    }

    private static String title(String command) {
        return switch (command) {
            case "merge" -> Messages.bib_mergeTitle;
            case "keys" -> Messages.bib_keysTitle;
            case "newEntry" -> Messages.bib_newTitle;
            default -> Messages.bib_sortTitle;
        };
    }

    /** The controls that say no name to a screen reader. */
    private List<String> nameless(ScholionBot window) {
        return bot.ask(() -> window.controls().stream()
                .filter(control -> control instanceof Text || control instanceof Table || control instanceof Combo)
                .filter(control -> !(control.getData(AccessibleNames.NAME) instanceof String))
                .map(Control::toString)
                .toList());
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
