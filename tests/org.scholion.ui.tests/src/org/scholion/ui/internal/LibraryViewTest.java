package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scholion.jobs.OnlineAccess;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotTable;
import org.scholion.testkit.BotView;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.library.Messages;

class LibraryViewTest extends CitationsTest {

    private static final ServiceCaller<OnlineAccess> ACCESS = new ServiceCaller<>(LibraryViewTest.class, OnlineAccess.class);
    private static final String APPLES = "How Apples Ripen in Cold Stores";
    private static final String PEARS = "Pears and Their Pests";
    private static final String QUINCES = "Harvesting Quinces";
    private static final String TIDES = "Tides of moons and mussels";

    private FakeCrossref crossref;
    private BotView view;

    @BeforeEach
    void showView() throws IOException {
        crossref = new FakeCrossref();
        ACCESS.current().orElseThrow().store(OnlineSettings.OFF);
        view = bot.showView(ScholionUi.LIBRARY_VIEW);
    }

    @AfterEach
    void closeView() {
        view.close();
        crossref.close();
        ACCESS.current().orElseThrow().store(OnlineSettings.OFF);
    }

    private void allow(OnlineSource... sources) {
        OnlineSettings settings = OnlineSettings.OFF.withContact("ada@shore.example");
        for (OnlineSource source : sources) {
            settings = settings.with(source, true).withAddress(source, crossref.address());
        }
        ACCESS.current().orElseThrow().store(settings);
    }

    private BotTable table() {
        return view.bot().table();
    }

    private void waitForTitles(String... titles) {
        bot.waitUntil(
                () -> listed() && table().column(0).equals(List.of(titles)),
                () -> "works " + List.of(titles) + ", but " + (listed() ? table().rows() : texts()),
                LONG);
    }

    /** Whether a table shows. */
    private boolean listed() {
        return !find(Table.class).isEmpty();
    }

    private <T extends Control> List<T> find(Class<T> type) {
        return view.bot().controls().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<String> texts() {
        return bot.ask(() -> {
            List<String> texts = new ArrayList<>(find(Label.class).stream().map(Label::getText).toList());
            find(Link.class).forEach(link -> texts.add(link.getText()));
            return texts;
        });
    }

    private void waitForText(String part) {
        bot.waitUntil(() -> texts().stream().anyMatch(text -> text.contains(part)), () -> part + " in " + texts(), LONG);
    }

    private void waitForDetails(String part) {
        bot.waitUntil(() -> details().contains(part), () -> part + " in " + details(), LONG);
    }

    private String details() {
        return bot.ask(() -> find(StyledText.class).isEmpty() ? "" : find(StyledText.class).getFirst().getText());
    }

    private void type(String text) {
        bot.ask(() -> {
            field().setText(text);
            return null;
        });
    }

    private Text field() {
        return find(Text.class).getFirst();
    }

    private void enter() {
        bot.ask(() -> {
            field().notifyListeners(SWT.DefaultSelection, new Event());
            return null;
        });
    }

    private List<String> places() {
        return bot.ask(() -> List.of(find(Combo.class).getFirst().getItems()));
    }

    private void searchIn(String place) {
        bot.waitUntil(() -> places().contains(place), () -> place + " in " + places(), LONG);
        bot.ask(() -> {
            Combo combo = find(Combo.class).getFirst();
            combo.select(combo.indexOf(place));
            combo.notifyListeners(SWT.Selection, new Event());
            return null;
        });
    }

    private void tick(String label, boolean on) {
        bot.waitUntil(() -> facet(label, on), () -> "a facet " + label + " in " + facets(), LONG);
    }

    private List<String> facets() {
        return bot.ask(() -> Arrays.stream(view.bot().tree().widget().getItems())
                .flatMap(heading -> Arrays.stream(heading.getItems()))
                .map(TreeItem::getText)
                .toList());
    }

    private boolean facet(String label, boolean on) {
        for (TreeItem heading : view.bot().tree().widget().getItems()) {
            for (TreeItem item : heading.getItems()) {
                if (item.getText().equals(label) && item.getChecked() != on) {
                    item.setChecked(on);
                    Event event = new Event();
                    event.item = item;
                    event.detail = SWT.CHECK;
                    item.getParent().notifyListeners(SWT.Selection, event);
                    return true;
                }
            }
        }
        return false;
    }

    private String clipboard() {
        return bot.ask(() -> {
            Clipboard clipboard = new Clipboard(PlatformUI.getWorkbench().getDisplay());
            Object contents = clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            return String.valueOf(contents);
        });
    }

    @Test
    void withoutALibraryItSaysWhatToDo() {
        waitForText(Messages.works_noSources.substring(0, 20));
        assertTrue(texts().stream().anyMatch(text -> text.contains(Messages.works_addSources)), () -> texts().toString());
    }

    @Test
    void theWorksOfThePaperAndOfTheLibraryAreFound() throws IOException, LibraryException {
        useLibrary();
        open(fruit(), GENERIC);
        waitForTitles(APPLES, PEARS, QUINCES);
        assertEquals("3 works", view.description());

        type("quinces");

        waitForTitles(QUINCES);
        assertEquals(
                List.of(QUINCES, "Doe et al.", "1977", "", "library.bib"), table().rows().getFirst().subList(0, 5));
        type("no such words");
        waitForText("no such words");
        type("");
        waitForTitles(APPLES, PEARS, QUINCES);
    }

    @Test
    void anotherSearchShowsItsBestWork() throws IOException, LibraryException {
        useLibrary();
        open(fruit(), GENERIC);
        waitForTitles(APPLES, PEARS, QUINCES);
        table().select("Pests");
        waitForDetails("Pests");

        type("harvesting quinces pears");

        waitForTitles(QUINCES, PEARS);
        waitForDetails("Quinces");
    }

    @Test
    void aFacetFiltersUntilItIsTakenOffAgain() throws IOException, LibraryException {
        useLibrary();
        open(fruit(), GENERIC);
        waitForTitles(APPLES, PEARS, QUINCES);

        tick("Article (2)", true);
        waitForTitles(APPLES, PEARS);
        tick("2012 (1)", true);
        waitForTitles(PEARS);
        tick("2012 (1)", false);
        waitForTitles(APPLES, PEARS);
        tick("Article (2)", false);

        waitForTitles(APPLES, PEARS, QUINCES);
    }

    @Test
    void theFieldsFilterAsWell() throws IOException, LibraryException {
        useLibrary();
        open(fruit(), GENERIC);
        waitForTitles(APPLES, PEARS, QUINCES);

        view.bot().textWithMessage(Messages.filter_from).setText("2001");
        waitForTitles(APPLES, PEARS);
        view.bot().textWithMessage(Messages.filter_author).setText("clark");
        waitForTitles(PEARS);
        view.bot().checkBox(Messages.filter_document).click();
        waitForText(Messages.works_filtered);
        view.bot().link(Messages.works_clear);

        waitForTitles(APPLES, PEARS, QUINCES);
    }

    @Test
    void theReferenceShowsInTheStyleOfThePaper() throws IOException {
        Path paper = paper("styled.tex", "Apples keep.", "\\bibliographystyle{apalike}", "\\bibliography{refs}");
        open(paper, GENERIC);
        waitForTitles(APPLES, PEARS);

        table().select(PEARS);

        waitForDetails("Brown, B., & Clark, C. (2012). Pears and Their Pests.");
        assertTrue(details().contains("Key: brown12 in"), details());
        table().select(APPLES);
        waitForDetails("10.1000/apples");
        table().contextMenu(Messages.action_copyReference);
        bot.waitUntil(() -> clipboard().startsWith("Adams, A. (2001)."), () -> clipboard(), LONG);
    }

    @Test
    void aWorkIsCitedAtTheCaretAndItsEntryAdded() throws IOException, LibraryException {
        useLibrary();
        BotEditor editor = open(fruit(), GENERIC);
        editor.navigateBehind("ripe for harvesting");
        waitForTitles(APPLES, PEARS, QUINCES);

        table().select(QUINCES).contextMenu(Messages.action_cite);

        bot.waitUntil(() -> editor.getText().contains("harvesting~\\cite{doe77}."), editor::getText, LONG);
        bot.waitUntil(() -> contains("@book{doe77,"), "the entry is written", LONG);
    }

    private boolean contains(String text) {
        try {
            return Files.readString(bibliography).contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void keysAreCopiedAndAnEntryIsShown() throws IOException {
        open(fruit(), GENERIC);
        waitForTitles(APPLES, PEARS);

        table().select(PEARS).contextMenu("Copy Key");
        bot.waitUntil(() -> clipboard().equals("brown12"), "the key is copied", LONG);
        table().contextMenu(Messages.action_showEntry);

        bot.waitUntil(() -> bot.activeEditor().title().equals("refs.bib"), "the file is open", LONG);
    }

    @Test
    void nothingIsSentBeforeEnter() throws IOException {
        assertEquals(List.of(Messages.bar_library, Messages.bar_more), places());
        allow(OnlineSource.CROSSREF, OnlineSource.UNPAYWALL);
        open(fruit(), GENERIC);
        waitForTitles(APPLES, PEARS);
        searchIn("Crossref");
        waitForText("Crossref gets the words");
        type("tides");
        bot.waitUntil(Jobs::areIdle, "nothing is going on");
        assertEquals(List.of(), crossref.asked);

        enter();

        waitForTitles(TIDES, APPLES);
        assertEquals(1, crossref.asked.size());
        assertTrue(crossref.asked.getFirst().contains("tides"), crossref.asked.toString());
        assertEquals(List.of("Crossref", "Already in refs.bib"), table().column(4));
        waitForDetails("Mussels count the moon.");
    }

    @Test
    void aSourceThatIsSwitchedOffGoesFromTheList() throws IOException {
        allow(OnlineSource.CROSSREF);
        open(fruit(), GENERIC);
        searchIn("Crossref");
        waitForText("Crossref gets the words");

        ACCESS.current().orElseThrow().store(OnlineSettings.OFF);

        waitForTitles(APPLES, PEARS);
        assertEquals(List.of(Messages.bar_library, Messages.bar_more), places());
    }

    @Test
    void aWorkIsImportedWithItsPdfIntoTheBibliography() throws IOException {
        allow(OnlineSource.CROSSREF, OnlineSource.UNPAYWALL);
        open(fruit(), GENERIC);
        waitForTitles(APPLES, PEARS);
        searchIn("Crossref");
        type("tides");
        enter();
        waitForTitles(TIDES, APPLES);

        table().select(TIDES).contextMenu("Import");
        ScholionBot dialog = bot.shell(Messages.import_title);
        dialog.checkBox(Messages.import_pdf).click();
        bot.screenshot("library-import");
        dialog.button(Messages.import_ok).click();

        bot.waitUntil(() -> contains("Tides of moons and mussels"), "the entry is written", LONG);
        assertTrue(contains("@article{brook19,"), Files.readString(bibliography));
        Path pdf = folder.resolve("pdf").resolve("brook19.pdf");
        assertTrue(Files.exists(pdf), () -> crossref.asked.toString());
        assertTrue(contains("brook19.pdf"), Files.readString(bibliography));
        bot.waitUntil(
                () -> table().column(4).equals(List.of("Already in refs.bib", "Already in refs.bib")), () -> table().rows().toString(), LONG);
    }

    @Test
    void whetherReferencesExistIsListed() throws IOException {
        allow(OnlineSource.CROSSREF);
        open(fruit(), GENERIC);
        waitForTitles(APPLES, PEARS);

        menu(Messages.action_checkAll);

        waitForText("2 looked up, 2 worth a look, 0 without an answer");
        List<List<String>> rows = table().rows();
        assertEquals(List.of(APPLES, "Found in Crossref, but something differs", "year: \u201c2001\u201d, there \u201c2003\u201d"), rows.get(0));
        assertEquals(List.of(PEARS, "Not found", ""), rows.get(1));
        view.bot().link(Messages.report_back);
        waitForTitles(APPLES, PEARS);
    }

    @Test
    void retractionsAreListedWithTheirNotice() throws IOException {
        allow(OnlineSource.CROSSREF);
        open(fruit(), GENERIC);
        waitForTitles(APPLES, PEARS);

        table().select(APPLES).contextMenu(Messages.action_retractions);

        waitForText("1 looked up, 1 worth a look");
        assertEquals("Retracted on 2021-05-06 (Crossref, notice 10.5555/notice.9)", table().rows().getFirst().get(1));
    }

    @Test
    void aCheckCanBeStopped() throws IOException {
        allow(OnlineSource.CROSSREF);
        open(fruit(), GENERIC);
        waitForTitles(APPLES, PEARS);
        CountDownLatch gate = crossref.hold();

        menu(Messages.action_checkAll);
        waitForText(Messages.report_stop);
        bot.waitUntil(() -> !crossref.asked.isEmpty(), "it is asked", LONG);
        view.bot().link(Messages.report_stop);

        waitForText(Messages.check_stopped);
        gate.countDown();
    }

    @Test
    void withoutASourceACheckSaysWhatToDo() throws IOException {
        open(fruit(), GENERIC);
        waitForTitles(APPLES, PEARS);

        menu(Messages.action_retractionsAll);

        waitForText(Messages.check_noSource);
        assertEquals(List.of(), crossref.asked);
    }

    /** Chooses from the menu of the view. */
    private void menu(String label) {
        bot.ask(() -> {
            IActionBars bars = ((IViewSite) view.part().getSite()).getActionBars();
            Arrays.stream(bars.getMenuManager().getItems())
                    .filter(item -> item instanceof ActionContributionItem entry
                            && entry.getAction().getText().equals(label))
                    .map(item -> ((ActionContributionItem) item).getAction())
                    .findFirst()
                    .orElseThrow()
                    .run();
            return null;
        });
    }

    @Test
    void theCommandOpensTheView() {
        view.close();

        bot.command(ScholionUi.SHOW_LIBRARY);

        view = bot.view("Library");
        assertFalse(texts().isEmpty());
    }
}
