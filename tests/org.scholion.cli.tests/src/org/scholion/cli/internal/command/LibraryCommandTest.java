package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeLibrary;
import org.scholion.cli.internal.FakeServices;
import org.scholion.library.Libraries;
import org.scholion.library.WorkType;
import org.scholion.library.search.LibraryFilter;

class LibraryCommandTest {

    private static final String BIB = """
            @article{newton1701, author = {Newton, Isaac}, title = {Scala graduum caloris}, journal = {Phil. Trans.}, year = 1701}
            @book{knuth1984, author = {Knuth, Donald E.}, title = {Literate Programming}, publisher = {CSLI}, year = 1992}
            """;

    @TempDir
    Path folder;

    private final FakeServices services = new FakeServices();
    private FakeLibrary library;
    private FakeConsole console;

    @BeforeEach
    void start() throws IOException {
        library = new FakeLibrary();
        services.library = library;
        console = new FakeConsole(folder, services);
        Files.writeString(folder.resolve("refs.bib"), BIB);
    }

    @Test
    void whatWasImportedIsListedSearchedAndRemoved() {
        assertEquals(0, console.run("library", "import", "refs.bib"), console.err());
        assertTrue(console.out().contains("2 references in library"), console.out());
        console.run("library", "list");
        assertTrue(console.out().contains("refs.bib: 2 references"), console.out());
        assertEquals(0, console.run("library", "search", "Literate"));
        assertTrue(console.out().contains("knuth1984  Literate Programming"), console.out());
        assertTrue(console.out().contains("Knuth 1992"), console.out());
        assertTrue(console.out().contains("p. 7 \u00abLiterate\u00bb"), console.out());
        assertEquals(0, console.run("library", "remove", "refs.bib"));
        assertEquals(List.of(), library.references(folder.resolve("refs.bib")));
        assertEquals(2, console.run("library", "search", "Literate"));
    }

    @Test
    void anIndexStaysWhileAnotherLibraryNeedsIt() {
        console.run("library", "import", "refs.bib");
        console.run("library", "import", "--library", "thesis", "refs.bib");
        console.run("library", "remove", "--library", "thesis", "refs.bib");
        assertEquals(2, library.references(folder.resolve("refs.bib")).size());
        assertEquals(1, library.sources(Libraries.STANDARD).size());
    }

    @Test
    void foundIsGivenAsJsonWithCounts() {
        assertEquals(0, console.run("library", "search", "--library", "refs.bib", "--limit", "1", "-f", "json", "a"), console.err());
        JsonObject json = JsonParser.parseString(console.out()).getAsJsonObject();
        assertEquals(Set.of("hits", "total", "facets"), json.keySet());
        assertEquals(1, json.getAsJsonArray("hits").size());
        assertEquals(2, json.get("total").getAsInt());
        JsonObject hit = json.getAsJsonArray("hits").get(0).getAsJsonObject();
        assertEquals(Set.of("key", "title", "source", "score", "snippet", "page"), hit.keySet());
        JsonObject type = json.getAsJsonObject("facets").getAsJsonArray("type").get(0).getAsJsonObject();
        assertEquals("conference-paper", type.get("value").getAsString());
        assertEquals(2, type.get("count").getAsInt());
    }

    @Test
    void onlySomeAreSearchedFor() {
        assertEquals(0, console.run("library", "search", "--library", "refs.bib", "--year", "2010-2015", "--author", "He",
                "--type", "article,conference-paper", "--group", "Models", "--with-pdf", "x"), console.err());
        Set<WorkType> types = Set.of(WorkType.ARTICLE, WorkType.CONFERENCE_PAPER);
        assertEquals(
                new LibraryFilter(OptionalInt.of(2010), OptionalInt.of(2015), "He", types, "Models", true), library.query.filter());
        assertTrue(console.err().contains("Nothing is found for: x"), console.err());
    }

    @ParameterizedTest
    @CsvSource({"2010, 2010, 2010", "2010-, 2010,", "-2010,, 2010"})
    void yearsMayBeOpen(String given, Integer from, Integer to) {
        assertEquals(0, console.run("library", "search", "--library", "refs.bib", "--year=" + given, "x"), console.err());
        assertEquals(from == null ? OptionalInt.empty() : OptionalInt.of(from), library.query.filter().from());
        assertEquals(to == null ? OptionalInt.empty() : OptionalInt.of(to), library.query.filter().to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dance", "import", "remove", "search", "check", "list refs.bib", "reindex refs.bib", "online x",
            "search --limit 0 x", "search --year 10 x", "search --type poem x", "search --library nowhere x", "list --format xml"})
    void wrongUseIsTwo(String words) {
        assertEquals(2, console.run(("library " + words).split(" ")));
        assertFalse(console.err().isBlank());
    }

    @Test
    void aFileThatIsNotThereIsThree() {
        assertEquals(3, console.run("library", "import", "none.bib"));
        assertTrue(console.err().contains("none.bib"), console.err());
        assertEquals(List.of(), library.sources(Libraries.STANDARD));
        assertEquals(3, console.run("library", "check", "none.bib"));
        assertTrue(console.err().contains("none.bib"), console.err());
    }

    @Test
    void whatIsBrokenInAFileIsToldWithItsPlaceAndTheRestIsImported() throws Exception {
        Files.writeString(folder.resolve("refs.bib"), BIB + "@article{broken, title = {No end\n");
        assertEquals(0, console.run("library", "import", "refs.bib"));
        assertTrue(console.err().contains("refs.bib:3:"), console.err());
        assertTrue(library.reference(List.of(folder.resolve("refs.bib")), "knuth1984").isPresent());
    }

    @Test
    void aSourceThatIsGoneIsToldAndTheOthersAreSearched() throws Exception {
        Files.writeString(folder.resolve("more.bib"), "@misc{more, title = {More Programming}}");
        console.run("library", "import", "more.bib", "refs.bib");
        Files.delete(folder.resolve("more.bib"));
        assertEquals(0, console.run("library", "search", "Programming"), console.err());
        assertTrue(console.out().contains("knuth1984"), console.out());
        assertTrue(console.err().contains("more.bib"), console.err());
    }

    @Test
    void anIndexThatWasMadeAnewAndOneWithoutVectorsAreTold() {
        library.rebuilt = true;
        library.model = false;
        console.run("library", "import", "refs.bib");
        assertTrue(console.err().contains("made anew"), console.err());
        assertTrue(console.out().contains("found by words alone"), console.out());
    }

    @Test
    void checkTellsWhatIsWrongWithItsPlace() throws Exception {
        Files.writeString(folder.resolve("refs.bib"), BIB + "@article{bare, title = {Something}, year = 2050}\n");
        assertEquals(1, console.run("library", "check", "refs.bib"));
        assertTrue(console.out().contains("refs.bib:3:"), console.out());
        assertEquals(1, console.run("library", "check", "--format", "json", "refs.bib"));
        JsonObject first = JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonArray("findings").get(0).getAsJsonObject();
        assertEquals(
                Set.of("file", "offset", "length", "line", "column", "severity", "rule", "message", "reason"), first.keySet());
        assertEquals(3, first.get("line").getAsInt());
    }

    @Test
    void exportGivesBibtexAndTellsOfKeysAndStylesThatAreNotThere() {
        console.run("library", "import", "refs.bib");
        assertEquals(0, console.run("library", "export", "knuth1984", "none"), console.err());
        assertTrue(console.out().startsWith("@book{knuth1984,"), console.out());
        assertFalse(console.out().contains("newton1701"), console.out());
        assertTrue(console.err().contains("none"), console.err());
        assertEquals(3, console.run("library", "export", "--style", "no-such-style", "knuth1984"));
        assertTrue(console.err().contains("no-such-style"), console.err());
    }

    @Test
    void withoutTheLibraryItIsFour() {
        services.library = null;
        assertEquals(4, console.run("library", "list"));
    }
}
