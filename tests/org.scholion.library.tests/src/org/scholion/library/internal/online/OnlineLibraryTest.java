package org.scholion.library.internal.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scholion.library.LibraryException;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.online.OnlineAnswer;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OpenPdf;
import org.scholion.library.online.ReferenceCheck;
import org.scholion.library.online.ReferenceCheck.Difference;
import org.scholion.library.online.ReferenceCheck.Part;
import org.scholion.library.online.ReferenceCheck.Verdict;
import org.scholion.library.online.WorkId;
import org.scholion.library.online.WorkNotice;
import org.scholion.text.CancelToken;

class OnlineLibraryTest {

    private static final Reference TIDE = new Reference.Builder("tide")
            .title("Tides of Mytilus and moons")
            .author(Person.of("Brook", "A."))
            .year(2019)
            .doi("10.5555/tide.1")
            .field(WorkField.PMID, "30000001")
            .field(WorkField.EPRINT, "2101.01234")
            .build();

    @TempDir
    private Path folder;

    /** A site that answers for all sources by the paths of their interfaces. */
    private static FakeSite all() {
        return new FakeSite(OnlineLibraryTest::answer);
    }

    private static FakeSite.Answer answer(String path) {
        if (path.startsWith("/works?filter=updates")) {
            return FakeSite.json(Answers.CROSSREF_UPDATES);
        } else if (path.startsWith("/works?query.bibliographic")) {
            return FakeSite.json(Answers.CROSSREF_LIST);
        } else if (path.startsWith("/works?search")) {
            return FakeSite.json(Answers.OPENALEX_LIST);
        } else if (path.startsWith("/works/doi%3A10.5555/tide.1") || path.startsWith("/works/pmid")) {
            return FakeSite.json(Answers.OPENALEX_WORK);
        } else if (path.startsWith("/works/10.5555/tide.1")) {
            return FakeSite.json(Answers.CROSSREF_WORK);
        } else if (path.startsWith("/api/query")) {
            return FakeSite.status(200, "application/atom+xml; charset=UTF-8", Answers.ARXIV);
        } else if (path.startsWith("/graph/v1/paper/search")) {
            return FakeSite.json(Answers.SCHOLAR_LIST);
        } else if (path.startsWith("/graph/v1/paper/ARXIV")) {
            return FakeSite.json(Answers.SCHOLAR_WORK);
        } else if (path.startsWith("/entrez/eutils/esearch.fcgi")) {
            return FakeSite.json(Answers.PUBMED_NUMBERS);
        } else if (path.startsWith("/entrez/eutils/efetch.fcgi")) {
            return FakeSite.status(200, "text/xml", Answers.PUBMED_WORKS);
        } else if (path.startsWith("/v2/10.5555/tide.1")) {
            return FakeSite.json(Answers.UNPAYWALL);
        } else if (path.equals("/10.5555/sand")) {
            return FakeSite.status(200, "application/vnd.citationstyles.csl+json", Answers.CSL);
        } else if (path.equals("/tide.pdf")) {
            return FakeSite.status(200, "application/octet-stream", "%PDF-1.7\n%%EOF\n");
        }
        return FakeSite.status(404, "application/json", "{}");
    }

    private static void everything(OnlineLibrary library) {
        List<Executable> calls = List.of(
                () -> library.search("tides", 5, CancelToken.NEVER),
                () -> library.find(WorkId.of("10.5555/tide.1").orElseThrow(), CancelToken.NEVER),
                () -> library.find(WorkId.of("2101.01234").orElseThrow(), CancelToken.NEVER),
                () -> library.notices(TIDE, CancelToken.NEVER),
                () -> library.pdfs(TIDE, CancelToken.NEVER),
                () -> library.check(TIDE, CancelToken.NEVER));
        for (Executable call : calls) {
            try {
                call.execute();
            } catch (Throwable e) {
                assertTrue(e instanceof LibraryException, () -> e.toString());
            }
        }
    }

    @Test
    void nothingIsSentWhenAllIsOff() throws Exception {
        try (Sites sites = new Sites(all())) {
            everything(sites.on());
            OpenPdf pdf = new OpenPdf(OnlineSource.UNPAYWALL, sites.site.address().resolve("/tide.pdf"), "", "");
            LibraryException off =
                    assertThrows(LibraryException.class, () -> sites.on().load(pdf, folder, "tide", CancelToken.NEVER));
            assertTrue(String.valueOf(off.getMessage()).contains("Unpaywall"));
            assertThrows(LibraryException.class, () -> sites.on().search("tides", 5, CancelToken.NEVER));
            assertEquals(List.of(), sites.site.seen);
        }
    }

    @ParameterizedTest
    @EnumSource(OnlineSource.class)
    void onlyTheSourceThatIsOnIsAsked(OnlineSource on) throws Exception {
        try (Sites others = new Sites(all()); FakeSite own = all()) {
            everything(others.with(Sites.settings(others.site.address(), on).withAddress(on, own.address())));
            assertEquals(List.of(), others.site.seen);
            assertFalse(own.seen.isEmpty());
            assertFalse(on.sent().isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource(OnlineSource.class)
    void aSourceThatIsOffIsNotAskedWhenTheOthersAre(OnlineSource off) throws Exception {
        try (Sites others = new Sites(all()); FakeSite own = all()) {
            OnlineSource[] on = Arrays.stream(OnlineSource.values()).filter(each -> each != off).toArray(OnlineSource[]::new);
            everything(others.with(Sites.settings(others.site.address(), on).withAddress(off, own.address())));
            assertEquals(List.of(), own.seen);
        }
    }

    @Test
    void whatIsKeptOfASourceThatIsOffIsNotShown() throws Exception {
        try (Sites sites = new Sites(all())) {
            sites.keeping(folder, OnlineSource.CROSSREF).search("tides", 5, CancelToken.NEVER);
            assertThrows(LibraryException.class, () -> sites.keeping(folder).search("tides", 5, CancelToken.NEVER));
        }
    }

    @Test
    void everyRequestSaysWhoAsks() throws Exception {
        try (Sites sites = new Sites(all())) {
            everything(sites.on(OnlineSource.values()));
            for (FakeSite.Seen seen : sites.site.seen) {
                assertEquals("Scholion (mailto:" + Sites.CONTACT + ")", seen.headers().get("user-agent"), seen.toString());
                assertEquals("GET", seen.method());
            }
        }
    }

    @Test
    void aWorkOfSeveralSourcesIsThereOnce() throws Exception {
        try (Sites sites = new Sites(all())) {
            OnlineAnswer<Reference> found = sites.on(OnlineSource.CROSSREF, OnlineSource.OPENALEX, OnlineSource.ARXIV)
                    .search("tides", 10, CancelToken.NEVER);
            assertEquals(List.of("10.5555/tide.1", "10.5555/learn.1", "10.5555/moon.2"), found.found().stream().map(Reference::doi).toList());
        }
    }

    @Test
    void aSourceThatFailsDoesNotStopTheOthers() throws Exception {
        try (FakeSite broken = new FakeSite(path -> FakeSite.json("oh")); Sites sites = new Sites(all())) {
            OnlineAnswer<Reference> found = sites.with(Sites.settings(sites.site.address(), OnlineSource.CROSSREF, OnlineSource.ARXIV)
                            .withAddress(OnlineSource.CROSSREF, broken.address()))
                    .search("tides", 10, CancelToken.NEVER);
            assertEquals(1, found.found().size());
            assertTrue(String.valueOf(found.failures().getFirst().getMessage()).contains("Crossref"));
        }
    }

    @ParameterizedTest
    @CsvSource({"https://doi.org/10.5555/TIDE.1, CROSSREF, 10.5555/tide.1", "10.5555/tide.1, OPENALEX, 10.5555/tide.1",
        "arXiv:2101.01234v2, ARXIV, 10.5555/learn.1", "2101.01234, SEMANTIC_SCHOLAR, 10.5555/learn.1", "PMID: 30000001, PUBMED, 10.5555/tide.1",
        "10.5555/tide.1, PUBMED, 10.5555/tide.1", "10.5555/sand, DOI, 10.5555/sand"})
    void aWorkIsFoundByItsNumber(String number, OnlineSource source, String doi) throws Exception {
        try (Sites sites = new Sites(all())) {
            assertEquals(doi, sites.on(source).find(WorkId.of(number).orElseThrow(), CancelToken.NEVER).orElseThrow().doi());
        }
    }

    @Test
    void anUnknownNumberIsNoFailure() throws Exception {
        try (Sites sites = new Sites(all())) {
            WorkId unknown = WorkId.of("10.5555/unknown").orElseThrow();
            assertEquals(Optional.empty(), sites.on(OnlineSource.CROSSREF, OnlineSource.PUBMED).find(unknown, CancelToken.NEVER));
        }
    }

    @Test
    void retractionsOfAllSourcesComeFirst() throws Exception {
        try (Sites sites = new Sites(all())) {
            OnlineAnswer<WorkNotice> notices = sites.on(OnlineSource.CROSSREF, OnlineSource.OPENALEX, OnlineSource.PUBMED)
                    .notices(TIDE, CancelToken.NEVER);
            assertEquals(3, notices.found().stream().filter(notice -> notice.kind() == WorkNotice.Kind.RETRACTED).count());
            assertEquals(WorkNotice.Kind.CORRECTED, notices.found().getLast().kind());
        }
    }

    @Test
    void aWorkWithoutANumberCannotBeLookedUp() throws Exception {
        try (Sites sites = new Sites(all())) {
            Reference bare = new Reference.Builder("bare").title("Bare").build();
            LibraryException refused = assertThrows(LibraryException.class,
                    () -> sites.on(OnlineSource.CROSSREF).notices(bare, CancelToken.NEVER));
            assertTrue(String.valueOf(refused.getMessage()).contains("bare"));
        }
    }

    @Test
    void openPdfsAreFound() throws Exception {
        try (Sites sites = new Sites(all())) {
            OnlineAnswer<OpenPdf> pdfs = sites.on(OnlineSource.UNPAYWALL, OnlineSource.ARXIV).pdfs(TIDE, CancelToken.NEVER);
            assertEquals(List.of(OnlineSource.ARXIV, OnlineSource.UNPAYWALL, OnlineSource.UNPAYWALL),
                    pdfs.found().stream().map(OpenPdf::source).toList());
        }
    }

    @Test
    void aReferenceThatExistsIsFound() throws Exception {
        try (Sites sites = new Sites(all())) {
            ReferenceCheck check = sites.on(OnlineSource.CROSSREF).check(TIDE, CancelToken.NEVER);
            assertEquals(Verdict.EXISTS, check.verdict(), check.toString());
            assertEquals(OnlineSource.CROSSREF, check.match().orElseThrow().source());
        }
    }

    @Test
    void whatDiffersIsSaid() throws Exception {
        try (Sites sites = new Sites(all())) {
            Reference wrong = TIDE.change().year(2009).doi("10.5555/unknown").build();
            ReferenceCheck check = sites.on(OnlineSource.CROSSREF).check(wrong, CancelToken.NEVER);
            assertEquals(Verdict.SIMILAR, check.verdict(), check.toString());
            assertTrue(check.differences().contains(new Difference(Part.YEAR, "2009", "2019")), check.toString());
            assertTrue(check.differences().contains(new Difference(Part.DOI, "10.5555/unknown", "10.5555/tide.1")), check.toString());
        }
    }

    @Test
    void aReferenceThatWasMadeUpIsNotFound() throws Exception {
        try (Sites sites = new Sites(all())) {
            Reference invented = new Reference.Builder("x").title("Deep neural cheese for robots").author(Person.of("Nobody", "N.")).year(2022).build();
            ReferenceCheck check = sites.on(OnlineSource.CROSSREF).check(invented, CancelToken.NEVER);
            assertEquals(Verdict.NOT_FOUND, check.verdict(), check.toString());
            assertEquals(Optional.empty(), check.match());
        }
    }

    @Test
    void nothingIsKnownWhenNoSourceAnswers() throws Exception {
        try (Sites sites = new Sites(new FakeSite(path -> FakeSite.status(400, "text/plain", "")))) {
            ReferenceCheck check = sites.on(OnlineSource.CROSSREF).check(TIDE, CancelToken.NEVER);
            assertEquals(Verdict.UNKNOWN, check.verdict());
            assertFalse(check.failures().isEmpty());
        }
    }

    @Test
    void anAnswerIsKeptAsLongAsItIsYoung() throws Exception {
        try (Sites sites = new Sites(all())) {
            OnlineLibrary library = sites.keeping(folder, OnlineSource.CROSSREF);
            library.search("tides", 5, CancelToken.NEVER);
            assertEquals(2, library.search("tides", 5, CancelToken.NEVER).found().size());
            assertEquals(1, sites.site.seen.size());
            sites.pace.now = sites.pace.now.plus(Duration.ofDays(2));
            library.search("tides", 5, CancelToken.NEVER);
            assertEquals(2, sites.site.seen.size());
        }
    }

    @Test
    void whatIsKeptCanBeForgotten() throws Exception {
        try (Sites sites = new Sites(all())) {
            OnlineLibrary library = sites.keeping(folder, OnlineSource.CROSSREF);
            library.search("tides", 5, CancelToken.NEVER);
            Path other = Files.writeString(folder.resolve("mine.txt"), "mine");

            assertEquals(1, sites.forget(folder));

            assertTrue(Files.exists(other));
            assertEquals(0, sites.forget(folder));
            assertEquals(0, sites.forget(folder.resolve("not there")));
            library.search("tides", 5, CancelToken.NEVER);
            assertEquals(2, sites.site.seen.size());
        }
    }

    @Test
    void aBrokenAnswerInTheCacheIsAskedForAgain() throws Exception {
        try (Sites sites = new Sites(all())) {
            OnlineLibrary library = sites.keeping(folder, OnlineSource.CROSSREF);
            library.search("tides", 5, CancelToken.NEVER);
            try (Stream<Path> kept = Files.list(folder)) {
                for (Path file : kept.toList()) {
                    Files.writeString(file, Files.readString(file).replace("moons", "m"));
                }
            }
            library.search("tides", 5, CancelToken.NEVER);
            assertEquals(2, sites.site.seen.size());
        }
    }

    @Test
    void keysAndMailAddressesAreNotKept() throws Exception {
        try (Sites sites = new Sites(all())) {
            sites.keeping(folder, OnlineSource.OPENALEX, OnlineSource.CROSSREF).search("tides", 5, CancelToken.NEVER);
            assertTrue(sites.site.paths().stream().anyMatch(path -> path.contains("api_key=" + Sites.KEY)));
            try (Stream<Path> kept = Files.list(folder)) {
                for (Path file : kept.toList()) {
                    String text = Files.readString(file);
                    assertFalse(text.contains(Sites.KEY) || text.contains("ada"), text);
                }
            }
        }
    }

    @Test
    void aKeyIsNotShown() throws Exception {
        try (Sites sites = new Sites(new FakeSite(path -> FakeSite.status(401, "text/plain", path)))) {
            LibraryException refused =
                    assertThrows(LibraryException.class, () -> sites.on(OnlineSource.OPENALEX).search("tides", 5, CancelToken.NEVER));
            assertFalse(String.valueOf(refused.getMessage()).contains(Sites.KEY));
            assertFalse(Sites.settings(sites.site.address()).toString().contains(Sites.KEY));
        }
    }

    @Test
    void aSourceThatWantsAKeyOrAnAddressSaysSoAndGetsNothing() throws Exception {
        try (Sites sites = new Sites(all())) {
            OnlineSettings bare = Sites.settings(sites.site.address(), OnlineSource.OPENALEX, OnlineSource.UNPAYWALL)
                    .withKey(OnlineSource.OPENALEX, "")
                    .withContact("");
            assertThrows(LibraryException.class, () -> sites.with(bare).search("tides", 5, CancelToken.NEVER));
            assertThrows(LibraryException.class, () -> sites.with(bare).pdfs(TIDE, CancelToken.NEVER));
            assertEquals(List.of(), sites.site.seen);
        }
    }

    private Path load(Sites sites, String path, String name) throws Exception {
        OpenPdf pdf = new OpenPdf(OnlineSource.UNPAYWALL, URI.create(sites.site.address() + path), "", "");
        return sites.on(OnlineSource.UNPAYWALL).load(pdf, folder, name, CancelToken.NEVER);
    }

    @Test
    void aPdfIsLoadedBesideWhatIsThere() throws Exception {
        try (Sites sites = new Sites(all())) {
            Files.writeString(folder.resolve("_Tides_ 1.pdf"), "mine");
            assertEquals(folder.resolve("_Tides_ 1-2.pdf"), load(sites, "/tide.pdf", "../Tides: 1."));
            assertEquals("mine", Files.readString(folder.resolve("_Tides_ 1.pdf")));
            assertEquals("%PDF-1.7\n%%EOF\n", Files.readString(folder.resolve("_Tides_ 1-2.pdf")));
        }
    }

    @Test
    void whatIsNoPdfIsNotKept() throws Exception {
        try (Sites sites = new Sites(new FakeSite(path -> FakeSite.status(200, "application/pdf", "<html>log in</html>")))) {
            assertThrows(LibraryException.class, () -> load(sites, "/a", "a"));
            try (Stream<Path> kept = Files.list(folder)) {
                assertEquals(List.of(), kept.toList());
            }
        }
    }

    @Test
    void aPdfThatIsCutIsAskedForAgain() throws Exception {
        FakeSite cut = FakeSite.inOrder(FakeSite.cut("%PDF-1.7 abc"), FakeSite.status(200, "application/pdf", "%PDF-1.7 whole"));
        try (Sites sites = new Sites(cut)) {
            assertEquals("%PDF-1.7 whole", Files.readString(load(sites, "/a", "a")));
        }
    }

    @Test
    void aPdfIsNotLoadedInTheClear() throws Exception {
        try (Sites sites = new Sites(all())) {
            OpenPdf pdf = new OpenPdf(OnlineSource.UNPAYWALL, URI.create("http://shore.example/a.pdf"), "", "");
            assertThrows(LibraryException.class, () -> sites.on(OnlineSource.UNPAYWALL).load(pdf, folder, "a", CancelToken.NEVER));
        }
    }

    @ParameterizedTest
    @CsvSource({"a/b, a_b", "con, papercon", "..., paper", "'a\"b', a_b"})
    void aNameIsOneThatFileSystemsTake(String name, String plain) {
        assertEquals(plain, PdfLoader.plain(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://doi.org/10.1000/182 | DOI | 10.1000/182
            10.48550/arXiv.1706.03762 | ARXIV | 1706.03762
            arXiv:hep-th/9901001v2 | ARXIV | hep-th/9901001
            https://arxiv.org/abs/1706.03762 | ARXIV | 1706.03762
            PMID: 14907713 | PMID | 14907713
            https://pubmed.ncbi.nlm.nih.gov/14907713/ | PMID | 14907713
            """)
    void aNumberIsKnownInAllForms(String text, WorkId.Kind kind, String value) {
        assertEquals(Optional.of(new WorkId(kind, value)), WorkId.of(text));
    }

    @Test
    void settingsThatWouldBreakARequestAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> OnlineSettings.OFF.withContact("a@b\r\nX: 1"));
        assertThrows(IllegalArgumentException.class, () -> OnlineSettings.OFF.withKey(OnlineSource.PUBMED, "a\r\nb"));
        assertThrows(IllegalArgumentException.class, () -> OnlineSettings.OFF.withAddress(OnlineSource.PUBMED, URI.create("http://a.example")));
        assertThrows(IllegalArgumentException.class, () -> OnlineSettings.OFF.withAddress(OnlineSource.PUBMED, URI.create("file:///a")));
    }
}
