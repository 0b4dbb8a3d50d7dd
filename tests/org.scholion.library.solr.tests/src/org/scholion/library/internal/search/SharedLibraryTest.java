package org.scholion.library.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.internal.LibrariesFile;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.PlaceQuery;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.library.shared.SharedLibrary;
import org.scholion.library.shared.SharedSettings;
import org.scholion.library.shared.SharedStatus;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The shared library beside one's own, on a SolrCloud of two nodes that each have all works. */
class SharedLibraryTest {

    private static final String BIB = ReferenceLibraryContract.BIB;

    @TempDir
    private Path folder;

    private Path bib;
    private SharedFixture fixture;

    @BeforeEach
    void open() throws Exception {
        SharedSettings settings = SolrNodes.running().collection("shared", 1, 2);
        fixture = new SharedFixture(folder, settings, "1");
        bib = Files.writeString(folder.resolve("refs.bib"), BIB);
        for (String name : fixture.shared.status(settings, CancelToken.NEVER).sources().keySet()) {
            fixture.shared.withdraw(name, CancelToken.NEVER);
        }
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private SharedStatus status() throws LibraryException, CancelledException {
        return fixture.shared.status(fixture.shared.settings(), CancelToken.NEVER);
    }

    private LibraryHits search(String text, Path... sources) throws LibraryException, CancelledException {
        return fixture.library.search(new LibraryQuery(text, List.of(sources), LibraryFilter.NONE, 10, true), CancelToken.NEVER);
    }

    private Path shared() throws LibraryException {
        return fixture.shared.source().orElseThrow();
    }

    @Test
    void sendsWhatIsNewOrDifferentAndTakesAwayWhatIsGone() throws Exception {
        assertEquals(4, fixture.push(bib, "lab").changed());
        assertEquals(0, fixture.push(bib, "lab").changed());
        Files.writeString(bib, "@misc{new, title={Something Else}}\n"
                + BIB.replace("Literate Programming", "The TeXbook").replaceFirst("(?s)@inproceedings\\{he2016.*?\\n(?=@)", ""));
        RefreshReport report = fixture.push(bib, "lab");
        assertEquals(2, report.changed());
        assertEquals(1, report.removed());
        assertEquals(List.of("new", "vaswani2017", "knuth1984", "odd/1+key"),
                fixture.library.references(shared()).stream().map(Reference::key).toList());
        assertEquals(0, search("literate", shared()).total());
        assertEquals(1, search("texbook", shared()).total());
    }

    @Test
    void tellsWhatItHas() throws Exception {
        fixture.push(bib, "lab");
        fixture.push(bib, "other");
        assertEquals(new SharedStatus(8, Map.of("lab", 4L, "other", 4L), true), status());
        assertEquals(8, fixture.library.refresh(shared(), true, RefreshProgress.NONE, CancelToken.NEVER).total());
        fixture.shared.withdraw("other", CancelToken.NEVER);
        assertEquals(Map.of("lab", 4L), status().sources());
        assertThrows(LibraryException.class, () -> fixture.shared.withdraw("other", CancelToken.NEVER));
    }

    @Test
    void sendsNoPlacesOfFiles() throws Exception {
        Files.writeString(folder.resolve("own.pdf"), "no PDF");
        Files.writeString(bib, "@book{k, title={Kept}, file={:own.pdf:PDF}}\n");
        fixture.push(bib, "lab");
        assertEquals(List.of(), fixture.library.references(shared()).getFirst().files());
    }

    @Test
    void joinsWhatBothHave() throws Exception {
        fixture.push(bib, "lab");
        Path own = Files.writeString(folder.resolve("own.bib"), "@book{own, title={Attention and Programming}, year=2017}\n");
        fixture.library.refresh(own, true, RefreshProgress.NONE, CancelToken.NEVER);
        LibraryHits hits = search("attention", own, shared());
        assertEquals(2, hits.total());
        assertEquals(List.of(own, fixture.file.source("lab")), hits.hits().stream().map(LibraryHits.Hit::source).sorted().toList());
        assertTrue(hits.facets().get(LibraryHits.Facet.YEAR).contains(new LibraryHits.Count("2017", 2)));
        PlaceQuery place = new PlaceQuery("Attention in programming", "", "", "", List.of(), List.of(own, shared()), 10);
        List<String> found = fixture.library.candidates(place, CancelToken.NEVER).stream().map(one -> one.reference().key()).toList();
        assertTrue(found.containsAll(List.of("own", "vaswani2017", "knuth1984")), found.toString());
        assertEquals("Knuth", fixture.library.reference(List.of(fixture.file.source("lab")), "knuth1984").orElseThrow()
                .authors().getFirst().family());
    }

    @Test
    void leavesMeaningOutForWorksOfAnotherEncoder() throws Exception {
        fixture.push(bib, "lab");
        try (SharedFixture other = new SharedFixture(folder.resolve("other"), fixture.shared.settings(), "2")) {
            assertFalse(other.shared.status(fixture.shared.settings(), CancelToken.NEVER).meaning());
            Path source = other.shared.source().orElseThrow();
            PlaceQuery place = new PlaceQuery("deep residual learning", "", "", "", List.of("knuth1984"), List.of(source), 10);
            Map<String, Candidate> found = other.shared.candidates(place, CancelToken.NEVER).stream()
                    .collect(Collectors.toMap(one -> one.reference().key(), one -> one));
            assertTrue(found.get("he2016").signals().text() > 0);
            assertEquals(0, found.get("he2016").signals().meaning());
            assertEquals(0, found.get("knuth1984").signals().kinship());
        }
    }

    @Test
    void isAmongTheLibrariesWhenItIsOnAndOnlyThen() throws Exception {
        LibrariesFile libraries = new LibrariesFile(folder);
        assertEquals(List.of(shared()), libraries.sources(SharedLibrary.NAME));
        assertEquals(SharedLibrary.NAME, libraries.all().getLast().name());
        Path source = shared();
        fixture.shared.use(SharedSettings.OFF);
        assertEquals(List.of(), libraries.sources(SharedLibrary.NAME));
        assertEquals(1, libraries.all().size());
        assertEquals(0, search("attention", source).total());
    }

    @Test
    void refusesACollectionThatIsNotThere() throws Exception {
        SharedSettings wrong = new SharedSettings(fixture.shared.settings().addresses(), "wrong");
        LibraryException refused = assertThrows(LibraryException.class, () -> fixture.shared.status(wrong, CancelToken.NEVER));
        assertTrue(refused.getMessage().contains("wrong"), refused.getMessage());
    }

    @Test
    void goesOnWhenOneNodeIsLost() throws Exception {
        fixture.push(bib, "lab");
        List<URI> addresses = fixture.shared.settings().addresses();
        fixture.shared.use(new SharedSettings(List.of(addresses.get(1), addresses.get(0)), "shared"));
        assertEquals(1, search("attention", shared()).total());
        SolrNodes.running().killSecond();
        try {
            assertEquals(1, search("residual", shared()).total());
        } finally {
            SolrNodes.running().startSecond();
        }
    }
}
