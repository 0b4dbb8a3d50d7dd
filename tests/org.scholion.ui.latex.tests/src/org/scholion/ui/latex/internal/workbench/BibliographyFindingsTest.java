package org.scholion.ui.latex.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;
import org.scholion.jobs.ScholionSettings;
import org.scholion.jobs.SettingsStore;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotView;
import org.scholion.ui.FindingSupport;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.latex.internal.bib.dialog.BibHover;

/** The checks of a bibliography are findings in its editor, like those of a paper. */
class BibliographyFindingsTest extends BibliographyTest {

    private static final ServiceCaller<SettingsStore> SETTINGS =
            new ServiceCaller<>(BibliographyFindingsTest.class, SettingsStore.class);

    @Test
    void whatIsWrongIsMarkedWithItsReason() {
        BotEditor editor = openBibliography();

        waitForFindings(editor, "bib-missing-field", "article");
        assertEquals(CITATION + ".warning", editor.marks(CITATION).getFirst().type());
        assertTrue(editor.marks(CITATION).getFirst().text().contains("journal"), editor.marks(CITATION).toString());
    }

    @Test
    void whatIsTypedIsCheckedAndWhatIsMendedIsNot() {
        BotEditor editor = openBibliography();
        waitForFindings(editor, "bib-missing-field", "article");

        editor.navigateBehind("Last Things").typeText(" & More");
        waitForFindings(editor, "bib-special-character", "&");
        editor.navigateBehind("Last Things ").typeText("\\");

        waitForFindings(editor, "bib-special-character");
    }

    @Test
    void aQuickFixIsOneStepThatCanBeUndone() {
        BotEditor editor = openBibliography();
        editor.navigateBehind("Last Things").typeText(" & More");
        waitForFindings(editor, "bib-special-character", "&");
        String before = editor.getText();

        editor.navigateTo("& More");
        bot.command(ScholionUi.APPLY_FIRST);

        assertEquals(before.replace("& More", "\\& More"), editor.getText());
        editor.undo();
        assertEquals(before, editor.getText());
    }

    @Test
    void theQuickFixesOfAFindingAreOffered() {
        BotEditor editor = openBibliography();
        editor.navigateBehind("Last Things").typeText(" & More");
        waitForFindings(editor, "bib-special-character", "&");
        editor.navigateTo("& More");

        List<String> offered = bot.ask(() -> Arrays.stream(proposals(editor)).map(ICompletionProposal::getDisplayString).toList());

        assertTrue(offered.getFirst().contains("\\&"), offered.toString());
        assertTrue(offered.stream().anyMatch(fix -> fix.contains("bib-special-character")), offered.toString());
    }

    private static ICompletionProposal[] proposals(BotEditor editor) {
        IQuickAssistProcessor processor = FindingSupport.quickAssist();
        return processor.computeQuickAssistProposals(new IQuickAssistInvocationContext() {
            @Override
            public int getOffset() {
                return editor.caret();
            }

            @Override
            public int getLength() {
                return 0;
            }

            @Override
            public ISourceViewer getSourceViewer() {
                return editor.sourceViewer();
            }
        });
    }

    @Test
    void theFindingsStandInTheView() {
        BotEditor editor = openBibliography();
        waitForFindings(editor, "bib-missing-field", "article");

        BotView view = bot.showView(ScholionUi.FINDINGS_VIEW);

        bot.waitUntil(() -> view.bot().tree().leaves().toString().contains("refs.bib"), "the file in the view", LONG);
        view.close();
    }

    @Test
    void aRuleThatIsSwitchedOffIsSilent() {
        BotEditor editor = openBibliography();
        waitForFindings(editor, "bib-missing-field", "article");
        try {
            ScholionSettings without = ScholionSettings.DEFAULT.withRules(Set.of("bib-missing-field"), Set.of());
            SETTINGS.call(store -> store.store(without));
            waitForFindings(editor, "bib-missing-field");
        } finally {
            SETTINGS.call(store -> store.store(ScholionSettings.DEFAULT));
        }
        waitForFindings(editor, "bib-missing-field", "article");
    }

    @Test
    void thePaperThatCitesItHasNoFindingsOfItsBibliography() {
        open(main);
        BotEditor editor = openBibliography();
        waitForFindings(editor, "bib-missing-field", "article");

        assertEquals(List.of(), covered(bot.editor("main.tex"), "bib-"));
    }

    @Test
    void commentsAndTheOutlineOfPapersStayWithPapers() {
        BotEditor editor = openBibliography();
        editor.navigateTo("author");
        String before = editor.getText();

        assertFalse(bot.ask(() -> isEnabled("org.scholion.ui.latex.toggleComment")));
        assertTrue(bot.ask(() -> isEnabled(COMMANDS + "merge")));
        open(main).show();
        bot.waitUntil(() -> bot.ask(() -> isEnabled("org.scholion.ui.latex.toggleComment")), "papers have comments", LONG);
        assertFalse(bot.ask(() -> isEnabled(COMMANDS + "merge")));
        assertEquals(before, editor.getText());
    }

    private static boolean isEnabled(String command) {
        return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command).isEnabled();
    }

    @Test
    void anEntryShowsAsItWillBePrintedInTheStyleOfThePaper() throws Exception {
        open(main);
        BotEditor editor = openBibliography();
        BibHover hover = new BibHover();
        int place = editor.getText().indexOf("Last Things");
        IRegion region = bot.ask(() -> hover.getHoverRegion(editor.sourceViewer(), place));

        String shown = hover.getHoverInfo(editor.sourceViewer(), region);

        assertTrue(shown.contains("Zed, Z. (2001)") && shown.contains("APA Style"), shown);
        assertTrue(Files.readString(main).contains("apalike"));
    }

    @Test
    void withoutAPaperTheUsualStyleIsShown() {
        BotEditor editor = openBibliography();
        BibHover hover = new BibHover();
        int place = editor.getText().indexOf("Last Things");
        IRegion region = bot.ask(() -> hover.getHoverRegion(editor.sourceViewer(), place));

        String shown = hover.getHoverInfo(editor.sourceViewer(), region);

        assertTrue(shown.startsWith("Z. Zed") && shown.contains("IEEE"), shown);
    }
}
