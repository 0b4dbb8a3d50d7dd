package org.scholion.ui.word.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.prefs.BackingStoreException;
import org.scholion.assist.citations.CitationAssistant;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.jobs.PaperLibraries;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotView;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.word.internal.WordEditor;
import org.scholion.ui.word.internal.WordSettings;
import org.scholion.ui.word.internal.cite.WordCompletion;

/** Works of a bibliography beside a Word document are cited in it, by a key, from the view, and next to each other. */
class WordCitationsTest extends WordWorkbenchTest {

    private static final ServiceCaller<PaperLibraries> PAPERS = new ServiceCaller<>(WordCitationsTest.class, PaperLibraries.class);
    /** The first index waits for the model that reads it. */
    private static final Duration FIRST_INDEX = Duration.ofMinutes(3);

    private static final String SENTENCES = "<w:p><w:r><w:t>Fruit is healthy. Nobody knows why.</w:t></w:r></w:p>";

    private ServiceRegistration<CitationAssistant> registration;

    @BeforeEach
    void rankWorks() throws IOException {
        Path bibliography = folder.resolve("refs.bib");
        Files.writeString(bibliography, """
                @article{smith10,
                  author = {Smith, Ann},
                  title = {Apples and Health},
                  journal = {Journal of Fruit},
                  year = {2010}
                }
                @book{lee11,
                  author = {Lee, Bo and Kim, Cy},
                  title = {Plums},
                  year = {2011}
                }
                """);
        List<CitationSuggestion> works = List.of(
                work(bibliography, "smith10", "Apples and Health", List.of("Smith"), "2010"),
                work(bibliography, "lee11", "Plums", List.of("Lee", "Kim"), "2011"));
        CitationAssistant assistant = (place, libraries, limit, cancel) ->
                works.stream().filter(one -> libraries.contains(one.library())).map(one -> cited(one, place)).toList();
        BundleContext context = FrameworkUtil.getBundle(WordEditor.class).getBundleContext();
        registration = context.registerService(
                CitationAssistant.class, assistant, new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 1000)));
    }

    @AfterEach
    void forget() throws BackingStoreException {
        registration.unregister();
        WordSettings.setMode(Mode.TRACKED_CHANGES);
    }

    private static CitationSuggestion work(Path source, String key, String title, List<String> people, String year) {
        return new CitationSuggestion(key, source, title, people, year, "", 0.5, 0, List.of(), "because of " + key);
    }

    private static CitationSuggestion cited(CitationSuggestion work, CitationPlace place) {
        int times = (int) place.earlier().stream().filter(keys -> keys.contains(work.key())).count();
        return new CitationSuggestion(
                work.key(), work.library(), work.title(), work.people(), work.year(), work.venue(), work.score(), times, work.matches(), work.reason());
    }

    private BotEditor openPaper(String body) {
        BotEditor editor = open(PaperDocx.write(folder.resolve("fruit.docx"), body));
        PAPERS.call(PaperLibraries::refresh);
        return editor;
    }

    private List<ICompletionProposal> offered(BotEditor editor) {
        int caret = editor.caret();
        WordCompletion completion = new WordCompletion(editor.textEditor(), () -> Optional.of(folder.resolve("fruit.docx")));
        return Arrays.asList(completion.computeCompletionProposals(editor.sourceViewer(), caret));
    }

    private void waitForWorks(BotEditor editor) {
        bot.waitUntil(() -> offered(editor).size() == 2, () -> "two works, but " + offered(editor).size(), FIRST_INDEX);
    }

    private void choose(BotEditor editor, int index) {
        waitForWorks(editor);
        ICompletionProposal proposal = offered(editor).get(index);
        bot.ask(() -> {
            proposal.apply(editor.sourceViewer().getDocument());
            return null;
        });
    }

    private String main() {
        return PaperDocx.mainPart(folder.resolve("fruit.docx"));
    }

    @Test
    void theListSaysWhatAndWhyInTheSameWordsAsInLatex() {
        BotEditor editor = openPaper(SENTENCES);
        editor.navigateBehind("healthy");
        waitForWorks(editor);
        ICompletionProposal first = offered(editor).getFirst();
        assertEquals("smith10  Smith, 2010 · Apples and Health (from refs.bib)", first.getDisplayString());
        assertTrue(first.getAdditionalProposalInfo().contains("<i>because of smith10</i>"), first.getAdditionalProposalInfo());
    }

    @Test
    void theKeyOfCompletionOpensTheListAndEnterCites() {
        BotEditor editor = openPaper(SENTENCES);
        editor.navigateBehind("healthy");
        waitForWorks(editor);
        editor.show();
        bot.command(ITextEditorActionDefinitionIds.CONTENT_ASSIST_PROPOSALS);
        bot.waitUntil(() -> popup().isPresent(), "the list of works", LONG);
        bot.screenshot("word-citation-list");
        editor.press(0, SWT.CR, SWT.CR);
        bot.waitUntil(() -> editor.getText().matches("Fruit is healthy .\\. Nobody knows why\\."), () -> editor.getText(), LONG);
        bot.screenshot("word-citation-inserted");
        editor.save();
        assertTrue(main().contains("> CITATION smith10 </w:instrText>"), main());
        assertTrue(main().contains(">(Smith, 2010)</w:t>"), main());
        assertTrue(main().contains("w:author=\"Scholion\""), main());
    }

    private Optional<Table> popup() {
        for (Control control : bot.controls()) {
            if (control instanceof Table table && table.getShell().getText().isEmpty() && table.getItemCount() > 0) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    @Test
    void aCitationIsUndoneInOneStepAndTypedTextStays() {
        BotEditor editor = openPaper(SENTENCES);
        String before = editor.getText();
        editor.navigateBehind("healthy");
        choose(editor, 0);
        assertEquals(before.length() + 2, editor.getText().length());
        editor.undo();
        assertEquals(before, editor.getText());
        bot.command("org.eclipse.ui.edit.redo");
        assertEquals(before.length() + 2, editor.getText().length());
        editor.save();
        assertTrue(main().contains("CITATION smith10"), "what is done again is the citation: " + main());
    }

    @Test
    void aSecondWorkJoinsTheCitationAndTheSameOneIsRefused() {
        BotEditor editor = openPaper(SENTENCES);
        editor.navigateBehind("healthy");
        choose(editor, 0);
        choose(editor, 1);
        choose(editor, 1);
        editor.save();
        assertTrue(main().contains("> CITATION smith10 \\m lee11 </w:instrText>"), main());
        assertTrue(main().contains(">(Smith, 2010; Lee and Kim, 2011)</w:t>"), main());
        assertEquals(1, main().split("fldCharType=\"begin\"", -1).length - 1, main());
    }

    @Test
    void theViewCitesSeveralWorksInTheSelectedSentence() {
        BotView view = bot.showView(ScholionUi.CITATIONS_VIEW);
        BotEditor editor = openPaper(SENTENCES);
        editor.select("Fruit is healthy.");
        bot.waitUntil(() -> view.bot().tree().leaves().size() == 2, () -> "two works, but " + view.bot().tree().leaves(), LONG);
        view.bot().tree().selectAll().contextMenu("Insert Citation");
        bot.screenshot("word-citations-view");
        editor.save();
        view.close();
        assertTrue(main().contains("> CITATION smith10 \\m lee11 </w:instrText>"), main());
        assertTrue(editor.getText().startsWith("Fruit is healthy "), editor.getText());
        assertFalse(main().contains("\u2026"), main());
    }

    @Test
    void theCitationIsPartOfThePaperBeforeItIsSaved() {
        BotEditor editor = openPaper(SENTENCES);
        editor.navigateBehind("healthy");
        choose(editor, 0);
        editor.navigateBehind("knows");
        bot.waitUntil(
                () -> offered(editor).stream().map(ICompletionProposal::getDisplayString).toList().contains("smith10  \u2713 Smith, 2010 \u00b7 Apples and Health"),
                () -> "the work is cited: " + offered(editor).stream().map(ICompletionProposal::getDisplayString).toList(), LONG);
    }

    @Test
    void plainChangesWriteAPlainField() throws Exception {
        WordSettings.setMode(Mode.PLAIN);
        BotEditor editor = openPaper(SENTENCES);
        editor.navigateBehind("healthy");
        choose(editor, 1);
        editor.save();
        assertTrue(main().contains("> CITATION lee11 </w:instrText>"), main());
        assertFalse(main().contains("w:author=\"Scholion\""), main());
    }
}
