package org.scholion.library.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.WorkType;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryHits.Facet;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.PlaceQuery;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** What a library answers, wherever its works lie. */
abstract class ReferenceLibraryContract {

    static final String BIB = """
            @article{vaswani2017, title={Attention Is All You Need}, author={Vaswani, Ashish and Shazeer, Noam}, year=2017,
              journal={NeurIPS}, groups={Reading, Models}}
            @book{knuth1984, title={Literate Programming}, author={Knuth, Donald E.}, year=1984}
            @inproceedings{he2016, title={Deep Residual Learning for Image Recognition}, author={He, Kaiming}, year=2016,
              abstract={Deeper neural networks are more difficult to train. We present a residual learning framework.}}
            @article{odd/1+key, title={On "Quotes", (Brackets) AND 1,000 Commas\\textbackslash{}}, author={M{\\"u}ller, J{\\"o}rg}, year=1999}
            """;

    /** Has the works of {@link #BIB}. */
    abstract ReferenceLibrary library();

    /** Stands for them. */
    abstract Path source();

    private LibraryHits search(String text, LibraryFilter filter, boolean meaning) throws LibraryException, CancelledException {
        return library().search(new LibraryQuery(text, List.of(source()), filter, 10, meaning), CancelToken.NEVER);
    }

    private List<String> keys(String text) throws LibraryException, CancelledException {
        return search(text, LibraryFilter.NONE, false).hits().stream().map(hit -> hit.reference().key()).toList();
    }

    private Map<String, Candidate> candidates(PlaceQuery place) throws LibraryException, CancelledException {
        return library().candidates(place, CancelToken.NEVER).stream()
                .collect(Collectors.toMap(candidate -> candidate.reference().key(), candidate -> candidate));
    }

    private PlaceQuery place(String before, String after, List<String> cited) {
        return new PlaceQuery(before, after, "", "", cited, List.of(source()), 10);
    }

    @Test
    void findsByWordsOfTitleAuthorAbstractAndKey() throws Exception {
        assertEquals(List.of("vaswani2017"), keys("attention"));
        assertEquals(List.of("knuth1984"), keys("Knuth"));
        assertEquals(List.of("he2016"), keys("residual framework"));
        assertEquals(List.of("odd/1+key"), keys("muller"));
    }

    @Test
    void understandsConditionsPhrasesAndBeginnings() throws Exception {
        assertEquals(Set.of("vaswani2017", "he2016"), Set.copyOf(keys("year:2010-2020")));
        assertEquals(List.of("he2016"), keys("author:He learning"));
        assertEquals(List.of(), keys("author:Knuth year:2016"));
        assertEquals(List.of("he2016"), keys("learning -attention"));
        assertEquals(List.of("knuth1984"), keys("\"literate programming\""));
        assertEquals(List.of(), keys("\"programming literate\""));
        assertEquals(List.of("vaswani2017"), keys("vasw*"));
    }

    @Test
    void anyTextIsAQuery() throws Exception {
        for (String odd : List.of("\"", "(", "a AND (", "year:", "year:abcd", "author:", "-", "*", "\\", "AND OR NOT", "[a TO b}", "", "{!func}1",
                "$q", "'", "author:\"\\\"", "title:AND")) {
            search(odd, LibraryFilter.NONE, true);
        }
    }

    @Test
    void filtersByYearAuthorTypeGroupAndDocument() throws Exception {
        LibraryFilter models =
                new LibraryFilter(OptionalInt.of(2000), OptionalInt.empty(), "vaswani", Set.of(WorkType.ARTICLE), "Models", false);
        assertEquals(1, search("", models, false).total());
        LibraryFilter german = new LibraryFilter(OptionalInt.empty(), OptionalInt.of(1999), "M\u00fcller", Set.of(), "", false);
        assertEquals(1, search("", german, false).total());
        LibraryFilter document = new LibraryFilter(OptionalInt.empty(), OptionalInt.empty(), "", Set.of(), "", true);
        assertEquals(0, search("", document, false).total());
    }

    @Test
    void countsMatchesByYearAuthorTypeAndGroup() throws Exception {
        LibraryHits hits = search("", LibraryFilter.NONE, false);
        assertEquals(4, hits.total());
        assertEquals(4, hits.facets().get(Facet.YEAR).size());
        assertTrue(hits.facets().get(Facet.GROUP).contains(new LibraryHits.Count("Reading", 1)));
        assertTrue(hits.facets().get(Facet.AUTHOR).contains(new LibraryHits.Count("M\u00fcller", 1)));
        assertTrue(hits.facets().get(Facet.TYPE).contains(new LibraryHits.Count("ARTICLE", 2)));
    }

    @Test
    void marksTheMatchInASnippet() throws Exception {
        String snippet = search("networks train", LibraryFilter.NONE, false).hits().getFirst().snippet();
        assertTrue(snippet.contains("\u00abnetworks\u00bb") && snippet.contains("\u00abtrain\u00bb"), snippet);
    }

    @Test
    void findsByMeaningWhatHasOtherWordsAsWell() throws Exception {
        List<String> found = search("deep learning for image recognition you", LibraryFilter.NONE, true).hits().stream()
                .map(hit -> hit.reference().key())
                .toList();
        assertEquals("he2016", found.getFirst());
    }

    @Test
    void givesTheCandidatesOfAPlaceWithTheirSignals() throws Exception {
        PlaceQuery place = new PlaceQuery(
                "Residual learning made deep networks trainable", ".", "It was literate programming", "Attention and images",
                List.of("vaswani2017", "nowhere2000"), List.of(source()), 10);
        Map<String, Candidate> found = candidates(place);
        Candidate best = found.get("he2016");
        assertEquals(2, best.position());
        assertTrue(best.signals().text() > 0 && best.signals().title() > 0 && best.signals().abstractText() > 0, best.toString());
        assertTrue(best.signals().near() > 0 && best.signals().coverage() > 0.3 && best.signals().meaning() > 0.3, best.toString());
        assertTrue(found.get("vaswani2017").signals().paper() > 0, found.toString());
        assertEquals(1, found.get("vaswani2017").signals().kinship(), 0.02);
        assertTrue(found.get("knuth1984").signals().previous() > 0, found.toString());
        assertEquals("Residual", library().matches(place, List.of(best.reference())).getFirst().getFirst());
    }

    @Test
    void aPlaceWithoutWordsHasTheCitedWorksAndTheirNeighbours() throws Exception {
        Map<String, Candidate> found = candidates(place("", "", List.of("odd/1+key")));
        assertTrue(found.keySet().containsAll(Set.of("odd/1+key", "he2016", "knuth1984", "vaswani2017")), found.toString());
    }

    @Test
    void oddTextIsAPlace() throws Exception {
        for (String odd : List.of("", "\"", "a \\ b", "$q {!lucene}", "(the AND of OR NOT)", "1,000 \u00fc \ud835\udc9c ,\\, ", "word ".repeat(400))) {
            candidates(place(odd, odd, List.of("odd/1+key", "a,b", "c d", "\"")));
        }
    }

    @Test
    void givesAReferenceByItsKeyAsItWasRead() throws Exception {
        Optional<Reference> found = library().reference(List.of(source()), "odd/1+key");
        assertEquals(OptionalInt.of(1999), found.orElseThrow().year());
        assertEquals("M\u00fcller", found.orElseThrow().authors().getFirst().family());
        assertFalse(library().reference(List.of(source()), "none").isPresent());
    }

    @Test
    void listsTheReferencesInTheirOrder() throws Exception {
        assertEquals(List.of("vaswani2017", "knuth1984", "he2016", "odd/1+key"),
                library().references(source()).stream().map(Reference::key).toList());
    }

    @Test
    void hasNoPassagesWithoutDocuments() throws Exception {
        assertEquals(List.of(), library().passages(source(), "he2016", "residual learning", 5, CancelToken.NEVER));
    }

    @Test
    void stopsWhenNobodyWaits() {
        assertThrows(CancelledException.class, () -> library().candidates(place("deep learning", "", List.of()), () -> true));
    }
}
