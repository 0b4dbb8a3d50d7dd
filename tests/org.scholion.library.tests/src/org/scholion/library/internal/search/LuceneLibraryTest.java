package org.scholion.library.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.LibraryException;
import org.scholion.library.WorkType;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.LibraryHits.Facet;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.PlaceQuery;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class LuceneLibraryTest {

    private static final String BIB = """
            @article{vaswani2017, title={Attention Is All You Need}, author={Vaswani, Ashish and Shazeer, Noam}, year=2017,
              journal={NeurIPS}, groups={Reading, Models}}
            @book{knuth1984, title={Literate Programming}, author={Knuth, Donald E.}, year=1984}
            @inproceedings{he2016, title={Deep Residual Learning for Image Recognition}, author={He, Kaiming}, year=2016,
              abstract={Deeper neural networks are more difficult to train. We present a residual learning framework.}}
            """;

    @TempDir
    private Path folder;

    private Path bib;
    private LuceneLibrary library;

    @BeforeEach
    void open() throws IOException {
        bib = Files.writeString(folder.resolve("refs.bib"), BIB);
        library = new LuceneLibrary(folder.resolve("index"), null);
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    private RefreshReport refresh() throws LibraryException, CancelledException {
        return library.refresh(bib, true, RefreshProgress.NONE, CancelToken.NEVER);
    }

    private void write(String text) throws IOException {
        FileTime before = Files.getLastModifiedTime(bib);
        Files.writeString(bib, text);
        Files.setLastModifiedTime(bib, FileTime.from(before.toInstant().plusSeconds(2)));
    }

    private LibraryHits search(String text, LibraryFilter filter) throws LibraryException, CancelledException {
        return library.search(new LibraryQuery(text, List.of(bib), filter, 10, false), CancelToken.NEVER);
    }

    private List<String> keys(String text) throws LibraryException, CancelledException {
        return search(text, LibraryFilter.NONE).hits().stream().map(hit -> hit.reference().key()).toList();
    }

    @Test
    void findsByWordsOfTitleAuthorAbstractAndKey() throws Exception {
        refresh();
        assertEquals(List.of("vaswani2017"), keys("attention"));
        assertEquals(List.of("knuth1984"), keys("Knuth"));
        assertEquals(List.of("he2016"), keys("residual framework"));
    }

    @Test
    void understandsConditionsInAQuery() throws Exception {
        refresh();
        assertEquals(Set.of("vaswani2017", "he2016"), Set.copyOf(keys("year:2010-2020")));
        assertEquals(List.of("he2016"), keys("author:He learning"));
        assertEquals(List.of(), keys("author:Knuth year:2016"));
        assertEquals(List.of("he2016"), keys("learning -attention"));
    }

    @Test
    void anyTextIsAQuery() throws Exception {
        refresh();
        for (String odd : List.of("\"", "(", "a AND (", "year:", "year:abcd", "author:", "-", "*", "\\", "AND OR NOT", "[a TO b}", "")) {
            search(odd, LibraryFilter.NONE);
        }
    }

    @Test
    void filtersByYearAuthorTypeGroupAndDocument() throws Exception {
        refresh();
        LibraryFilter models =
                new LibraryFilter(OptionalInt.of(2000), OptionalInt.empty(), "vaswani", Set.of(WorkType.ARTICLE), "Models", false);
        assertEquals(1, search("", models).total());
        LibraryFilter document = new LibraryFilter(OptionalInt.empty(), OptionalInt.empty(), "", Set.of(), "", true);
        assertEquals(0, search("", document).total());
    }

    @Test
    void countsMatchesByYearAuthorTypeAndGroup() throws Exception {
        refresh();
        LibraryHits hits = search("", LibraryFilter.NONE);
        assertEquals(3, hits.total());
        assertEquals(3, hits.facets().get(Facet.YEAR).size());
        assertTrue(hits.facets().get(Facet.GROUP).contains(new LibraryHits.Count("Reading", 1)));
        assertTrue(hits.facets().get(Facet.AUTHOR).contains(new LibraryHits.Count("Knuth", 1)));
    }

    @Test
    void marksTheMatchInASnippet() throws Exception {
        refresh();
        String snippet = search("networks train", LibraryFilter.NONE).hits().getFirst().snippet();
        assertTrue(snippet.contains("\u00abnetworks\u00bb") && snippet.contains("\u00abtrain\u00bb"), snippet);
    }

    @Test
    void readsAnUnchangedFileOnce() throws Exception {
        assertEquals(3, refresh().changed());
        RefreshReport again = refresh();
        assertEquals(0, again.changed());
        assertEquals(3, again.total());
    }

    @Test
    void indexesOnlyWhatChanged() throws Exception {
        refresh();
        write("@misc{new, title={Something Else}}\n" + BIB.replace("Literate Programming", "The TeXbook"));
        RefreshReport report = refresh();
        assertEquals(2, report.changed());
        assertEquals(0, report.removed());
        assertEquals(List.of("new", "vaswani2017", "knuth1984", "he2016"),
                library.references(bib).stream().map(reference -> reference.key()).toList());
        assertEquals(List.of("knuth1984"), keys("texbook"));
        assertEquals(List.of(), keys("literate"));
    }

    @Test
    void forgetsEntriesThatAreGone() throws Exception {
        refresh();
        write(BIB.substring(BIB.indexOf("@book")));
        assertEquals(1, refresh().removed());
        assertEquals(List.of(), keys("attention"));
    }

    @Test
    void rebuildsABrokenIndexOnceAndSaysSo() throws Exception {
        refresh();
        library.close();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder.resolve("index"))) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            Files.write(file, new byte[] {1, 2, 3});
        }
        library = new LuceneLibrary(folder.resolve("index"), null);
        assertEquals(List.of(), keys("attention"));
        RefreshReport report = refresh();
        assertTrue(report.rebuilt());
        assertEquals(3, report.changed());
        assertFalse(refresh().rebuilt());
        assertEquals(List.of("vaswani2017"), keys("attention"));
    }

    @Test
    void goesOnWhereACancelledRefreshStopped() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            many.append("@misc{k").append(i).append(", title={Work number ").append(i).append("}}\n");
        }
        write(many.toString());
        int[] done = new int[1];
        RefreshProgress counting = (at, total) -> done[0] = at;
        assertThrows(CancelledException.class, () -> library.refresh(bib, true, counting, () -> done[0] > 11_000));
        RefreshReport rest = refresh();
        assertTrue(rest.changed() <= 2_500, rest.toString());
        assertEquals(12_000, rest.total());
    }

    @Test
    void givesTheCandidatesOfAPlaceWithTheirSignals() throws Exception {
        refresh();
        PlaceQuery place = new PlaceQuery(
                "Residual learning made deep networks trainable", ".", "", "", List.of("vaswani2017"), List.of(bib), 10);
        List<Candidate> candidates = library.candidates(place, CancelToken.NEVER);
        Candidate best = candidates.stream().max((a, b) -> Double.compare(a.signals().text(), b.signals().text())).orElseThrow();
        assertEquals("he2016", best.reference().key());
        assertEquals(2, best.position());
        assertTrue(best.signals().coverage() > 0.3, best.toString());
        assertEquals(0, best.signals().meaning());
        assertEquals("Residual", library.matches(place, List.of(best.reference())).getFirst().getFirst());
    }

    @Test
    void worksThatStandNextToACitedOneAreCandidatesToo() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            many.append("@misc{key").append(i).append(", title={Number ").append(i).append("}}\n");
        }
        write(many.toString());
        refresh();
        PlaceQuery place = new PlaceQuery("Nothing in common", ".", "", "", List.of("key20", "unknown"), List.of(bib), 10);
        Set<Integer> positions = library.candidates(place, CancelToken.NEVER).stream()
                .map(Candidate::position)
                .collect(Collectors.toSet());
        assertEquals(IntStream.rangeClosed(15, 25).boxed().collect(Collectors.toSet()), positions);
    }

    private void writePdf(String name, String... pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (String text : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                    content.newLineAtOffset(60, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            document.save(folder.resolve(name).toFile());
        }
    }

    @Test
    void findsThePageOfADocument() throws Exception {
        writePdf("knuth.pdf", "The first page says nothing of note.", "Programs are works of literature, says the second page.");
        write(BIB.replace("year=1984", "year=1984, file={:knuth.pdf:PDF}"));
        refresh();
        LibraryHits.Hit hit = search("works of literature", LibraryFilter.NONE).hits().getFirst();
        assertEquals("knuth1984", hit.reference().key());
        assertEquals(OptionalInt.of(2), hit.page());
        assertTrue(hit.snippet().contains("\u00abliterature\u00bb"), hit.snippet());
        assertEquals(2, library.passages(bib, "knuth1984", "programs as literature", 5, CancelToken.NEVER).getFirst().page());
        assertEquals(List.of(), library.passages(bib, "he2016", "programs as literature", 5, CancelToken.NEVER));
    }

    @Test
    void keepsThePassagesOfADocumentWhenItsEntryChanges() throws Exception {
        writePdf("knuth.pdf", "Programs are works of literature.");
        write(BIB.replace("year=1984", "year=1984, file={:knuth.pdf:PDF}"));
        refresh();
        write(BIB.replace("year=1984", "year=1985, file={:knuth.pdf:PDF}"));
        assertEquals(1, refresh().changed());
        assertEquals(1, library.passages(bib, "knuth1984", "literature", 5, CancelToken.NEVER).size());
        write(BIB);
        refresh();
        assertEquals(List.of(), library.passages(bib, "knuth1984", "literature", 5, CancelToken.NEVER));
    }

    @Test
    void leavesOutSourcesWithoutAnIndex() throws Exception {
        refresh();
        Path other = folder.resolve("other.bib");
        LibraryQuery query = new LibraryQuery("attention", List.of(other, bib), LibraryFilter.NONE, 10, false);
        assertEquals(1, library.search(query, CancelToken.NEVER).hits().size());
    }

    @Test
    void saysWhatCannotBeRead() {
        Path none = folder.resolve("none.bib");
        LibraryException missing = assertThrows(
                LibraryException.class, () -> library.refresh(none, false, RefreshProgress.NONE, CancelToken.NEVER));
        assertTrue(missing.getMessage().contains("none.bib"), missing.getMessage());
    }

    @Test
    void removesAnIndexWithItsSource() throws Exception {
        refresh();
        library.remove(bib);
        assertEquals(List.of(), library.references(bib));
    }
}
