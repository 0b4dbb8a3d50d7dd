package org.scholion.library.internal.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OpenPdf;
import org.scholion.library.online.WorkNotice;
import org.scholion.library.online.WorkNotice.Kind;

class AnswersTest {

    @Test
    void aWorkOfCrossrefIsRead() throws Exception {
        Reference work = CrossrefAnswers.work(Answers.CROSSREF_WORK);
        assertEquals("brook2019tides", work.key());
        assertEquals(WorkType.ARTICLE, work.type());
        assertEquals("Tides of Mytilus & moons: A field study", work.title());
        assertEquals(List.of(Person.of("Brook", "Ada M."), new Person("van Dijk", "Jan", "Jr.", false), Person.body("Shore Consortium")),
                work.authors());
        assertEquals(OptionalInt.of(2019), work.year());
        assertEquals("2019-04-07", work.field(WorkField.DATE));
        assertEquals("Journal of Shore Life", work.venue());
        assertEquals("101-109", work.field(WorkField.PAGES));
        assertEquals("Mussels count the moon.", work.abstractText());
        assertEquals("10.5555/tide.1", work.doi());
    }

    @Test
    void worksWithoutATitleAreLeftOut() throws Exception {
        assertEquals(List.of("10.5555/tide.1", "10.5555/moon.2"),
                CrossrefAnswers.works(Answers.CROSSREF_LIST).stream().map(Reference::doi).toList());
    }

    @Test
    void noticesOfOtherWorksAreLeftOutAndTheGravestIsFirst() throws Exception {
        assertEquals(List.of(new WorkNotice(OnlineSource.CROSSREF, Kind.RETRACTED, "10.5555/notice.9", "2021-05-06"),
                new WorkNotice(OnlineSource.CROSSREF, Kind.CORRECTED, "10.5555/erratum.7", "2020-02-03")),
                CrossrefAnswers.notices(Answers.CROSSREF_UPDATES, "10.5555/tide.1"));
    }

    @Test
    void cslJsonIsRead() throws Exception {
        Reference work = CrossrefAnswers.csl(Answers.CSL);
        assertEquals(WorkType.BOOK, work.type());
        assertEquals(List.of(Person.of("van den Berg", "Kari"), Person.body("Sand Group")), work.authors());
        assertEquals(List.of(Person.of("Lim", "S.")), work.editors());
        assertEquals(OptionalInt.of(2011), work.year());
        assertEquals("Oslo", work.field(WorkField.PLACE));
    }

    @Test
    void aWorkOfOpenAlexIsRead() throws Exception {
        Reference work = OpenAlexAnswers.works(Answers.OPENALEX_LIST).getFirst();
        assertEquals(List.of(Person.of("Brook", "Ada M."), Person.of("van Dijk", "Jan")), work.authors());
        assertEquals("Mussels count the moon.", work.abstractText());
        assertEquals("30000001", work.field(WorkField.PMID));
        assertEquals("101-109", work.field(WorkField.PAGES));
        assertEquals(WorkType.ARTICLE, work.type());
        assertEquals(List.of(Kind.RETRACTED), OpenAlexAnswers.notices(Answers.OPENALEX_WORK).stream().map(WorkNotice::kind).toList());
    }

    @Test
    void closedAndOddPlacesAreNoPdfsAndOthersAreEncrypted() throws Exception {
        assertEquals(List.of(new OpenPdf(OnlineSource.OPENALEX, URI.create("https://repository.example/tide.pdf"), "acceptedVersion", "cc-by")),
                OpenAlexAnswers.pdfs(Answers.OPENALEX_WORK));
    }

    @Test
    void aFeedOfArxivIsRead() throws Exception {
        Reference work = ArxivAnswers.works(Answers.ARXIV).getFirst();
        assertEquals("Learning the tides", work.title());
        assertEquals(WorkType.PREPRINT, work.type());
        assertEquals("2101.01234", work.field(WorkField.EPRINT));
        assertEquals("We learn tides & moons.", work.abstractText());
        assertEquals("10.5555/learn.1", work.doi());
        assertEquals(URI.create("https://arxiv.org/pdf/2101.01234v3"), ArxivAnswers.pdfs(Answers.ARXIV).getFirst().address());
    }

    @Test
    void aMistakeThatArxivReportsIsNoWork() {
        BrokenAnswer broken = assertThrows(BrokenAnswer.class, () -> ArxivAnswers.works(Answers.ARXIV_ERROR));
        assertTrue(String.valueOf(broken.getMessage()).contains("incorrect id format"));
    }

    @Test
    void aWorkOfSemanticScholarIsRead() throws Exception {
        Reference work = SemanticScholarAnswers.works(Answers.SCHOLAR_LIST).getFirst();
        assertEquals(WorkType.CONFERENCE_PAPER, work.type());
        assertEquals(List.of(Person.of("Brook", "Ada M."), Person.body("Tide Collaboration")), work.authors());
        assertEquals("1-9", work.field(WorkField.PAGES));
        assertEquals("10.5555/learn.1", work.doi());
        assertEquals("https://tides.example/learn.pdf", SemanticScholarAnswers.pdfs(Answers.SCHOLAR_WORK).getFirst().address().toString());
        assertEquals(List.of(), SemanticScholarAnswers.works("{\"total\":0,\"offset\":0}"));
    }

    @Test
    void worksOfPubmedAreRead() throws Exception {
        assertEquals(List.of("30000001"), PubmedAnswers.numbers(Answers.PUBMED_NUMBERS));
        Reference work = PubmedAnswers.works(Answers.PUBMED_WORKS).getFirst();
        assertEquals("Tides of Mytilus & moons", work.title());
        assertEquals(List.of(Person.of("Brook", "Ada M"), Person.body("Shore Consortium")), work.authors());
        assertEquals("2019-04-07", work.field(WorkField.DATE));
        assertEquals("101-109", work.field(WorkField.PAGES));
        assertEquals("AIM: To see. RESULT: Seen.", work.abstractText());
        assertEquals("10.5555/tide.1", work.doi());
        assertEquals("30000001", work.field(WorkField.PMID));
    }

    @Test
    void pubmedSaysWhatWasPublishedLater() throws Exception {
        assertEquals(List.of(new WorkNotice(OnlineSource.PUBMED, Kind.RETRACTED, "10.5555/notice.9", "2021"),
                new WorkNotice(OnlineSource.PUBMED, Kind.CORRECTED, "10.5555/erratum.7", "2020")),
                PubmedAnswers.notices(Answers.PUBMED_WORKS));
    }

    @Test
    void unpaywallSaysWhereThePdfIs() throws Exception {
        assertEquals(List.of("https://repository.example/tide.pdf", "https://other.example/t.pdf"),
                UnpaywallAnswers.pdfs(Answers.UNPAYWALL).stream().map(pdf -> pdf.address().toString()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[1]", "{}", "{\"message\":3}", "{\"message\":", "<feed/>", "<a><b></a>", "null"})
    void whatIsNoAnswerIsRefused(String answer) {
        assertThrows(BrokenAnswer.class, () -> CrossrefAnswers.works(answer));
        assertThrows(BrokenAnswer.class, () -> CrossrefAnswers.work(answer));
        assertThrows(BrokenAnswer.class, () -> CrossrefAnswers.csl(answer));
        assertThrows(BrokenAnswer.class, () -> OpenAlexAnswers.works(answer));
        assertThrows(BrokenAnswer.class, () -> OpenAlexAnswers.pdfs(answer));
        assertThrows(BrokenAnswer.class, () -> SemanticScholarAnswers.works(answer));
        assertThrows(BrokenAnswer.class, () -> SemanticScholarAnswers.pdfs(answer));
        assertThrows(BrokenAnswer.class, () -> PubmedAnswers.numbers(answer));
        assertThrows(BrokenAnswer.class, () -> PubmedAnswers.works(answer));
        assertThrows(BrokenAnswer.class, () -> UnpaywallAnswers.pdfs(answer));
    }

    @Test
    void noOtherFileIsReadForAnXmlAnswer() {
        String feed = "<!DOCTYPE feed [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><feed><entry><title>a&x;b</title></entry></feed>";
        try {
            assertEquals("ab", ArxivAnswers.works(feed).getFirst().title());
        } catch (BrokenAnswer e) {
            // refused as a whole is right as well
            assertTrue(String.valueOf(e.getMessage()).contains("XML"));
        }
    }

    @Test
    void depthHasAnEnd() {
        assertThrows(BrokenAnswer.class, () -> ArxivAnswers.works("<feed>".repeat(100_000)));
        assertThrows(BrokenAnswer.class, () -> CrossrefAnswers.works("{\"message\":".repeat(100_000)));
    }
}
