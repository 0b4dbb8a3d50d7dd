package org.scholion.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scholion.library.Reference;
import org.scholion.library.internal.online.ArxivAnswers;
import org.scholion.library.internal.online.BrokenAnswer;
import org.scholion.library.internal.online.CrossrefAnswers;
import org.scholion.library.internal.online.OpenAlexAnswers;
import org.scholion.library.internal.online.PubmedAnswers;
import org.scholion.library.internal.online.SemanticScholarAnswers;
import org.scholion.library.internal.online.UnpaywallAnswers;

/** Broken answers of online sources: no exception but the one that says so, no hang, and what is read has a title. */
class OnlineAnswersFuzzTest {

    /** Reads an answer; what is no list of references is as if there were none. */
    private interface Reader {
        List<Reference> read(String answer) throws BrokenAnswer;
    }

    private static final int RUNS = Integer.getInteger("scholion.fuzz.runs", 400) * 5;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String CROSSREF_WORK = """
            {"DOI":"10.5555/Tide.1","type":"journal-article","title":["Tides of <i>M.</i> &amp; &#x6d;oons"],"subtitle":["A study"],"page":"1-9",
            "container-title":["Journal"],"abstract":"<jats:p>Mussels.</jats:p>","author":[{"given":"Ada","family":"Brook"},{"name":"Group"}],
            "editor":[{"family":"Dijk","suffix":"Jr."}],"issued":{"date-parts":[[2019,4,7]]},"ISSN":["1234-5678"],"volume":12,
            "update-to":[{"DOI":"10.5555/tide.1","type":"retraction","updated":{"date-time":"2021-05-06T00:00:00Z"}}]}""";
    private static final String OPENALEX_WORK = """
            {"id":"https://openalex.org/W1","doi":"https://doi.org/10.5555/tide.1","title":"Tides","publication_year":2019,"is_retracted":true,
            "publication_date":"2019-04-07","type":"article","ids":{"pmid":"https://pubmed.ncbi.nlm.nih.gov/30000001"},
            "best_oa_location":{"is_oa":true,"pdf_url":"http://repository.example/tide.pdf"},"locations":[{"is_oa":true,"pdf_url":"https://a.example/b"}],
            "authorships":[{"author":{"display_name":"Jan van Dijk"}}],"biblio":{"first_page":"1","last_page":"9"},
            "abstract_inverted_index":{"Mussels":[0,2],"count":[1]}}""";
    private static final String ARXIV = """
            <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2101.01234v3</id>
            <published>2021-01-05T10:00:00Z</published><title>Learning tides</title><summary>We &amp; you.</summary>
            <author><name>Ada M. Brook</name></author><link title="pdf" href="http://arxiv.org/pdf/2101.01234v3"/><category term="cs.LG"/></entry></feed>
            """;
    private static final String SCHOLAR = """
            {"total":1,"data":[{"paperId":"0a","externalIds":{"ArXiv":"2101.01234","DOI":"10.5555/L.1"},"title":"Learning","year":2021,
            "publicationDate":"2021-06-01","publicationTypes":["Conference"],"journal":{"pages":"1 - 9"},"authors":[{"name":"Tide Group"}],
            "openAccessPdf":{"url":"https://tides.example/learn.pdf"}}]}""";
    private static final String PUBMED = """
            <?xml version="1.0" ?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "https://dtd.example/a.dtd"><PubmedArticleSet><PubmedArticle>
            <MedlineCitation><PMID>30000001</PMID><Article><Journal><JournalIssue><Volume>12</Volume><PubDate><Year>2019</Year><Month>Apr</Month>
            <Day>7</Day></PubDate></JournalIssue><Title>Journal</Title></Journal><ArticleTitle>Tides of <i>M.</i></ArticleTitle>
            <Pagination><MedlinePgn>101-9</MedlinePgn></Pagination><Abstract><AbstractText Label="AIM">See.</AbstractText></Abstract>
            <AuthorList><Author><LastName>Brook</LastName><ForeName>Ada</ForeName></Author></AuthorList></Article><CommentsCorrectionsList>
            <CommentsCorrections RefType="RetractionIn"><RefSource>J. 2021. doi: 10.5555/n.9.</RefSource></CommentsCorrections>
            </CommentsCorrectionsList></MedlineCitation></PubmedArticle></PubmedArticleSet>
            """;

    private static final Map<String, List<Reader>> READERS = Map.of(
            "{\"message\":{\"items\":[" + CROSSREF_WORK + "]}}",
            List.of(CrossrefAnswers::works, answer -> {
                CrossrefAnswers.notices(answer, "10.5555/tide.1");
                return List.of();
            }),
            "{\"message\":" + CROSSREF_WORK + "}", List.of(answer -> List.of(CrossrefAnswers.work(answer))),
            CROSSREF_WORK, List.of(answer -> List.of(CrossrefAnswers.csl(answer))),
            "{\"results\":[" + OPENALEX_WORK + "]}", List.of(OpenAlexAnswers::works),
            OPENALEX_WORK, List.of(answer -> List.of(OpenAlexAnswers.work(answer)), answer -> {
                OpenAlexAnswers.notices(answer);
                OpenAlexAnswers.pdfs(answer);
                return List.of();
            }),
            ARXIV, List.of(ArxivAnswers::works, answer -> {
                ArxivAnswers.pdfs(answer);
                return List.of();
            }),
            SCHOLAR, List.of(SemanticScholarAnswers::works),
            PUBMED, List.of(PubmedAnswers::works, answer -> {
                PubmedAnswers.notices(answer);
                return List.of();
            }),
            "{\"esearchresult\":{\"count\":\"1\",\"idlist\":[\"30000001\"]}}", List.of(answer -> {
                PubmedAnswers.numbers(answer);
                return List.of();
            }),
            "{\"is_oa\":true,\"best_oa_location\":{\"url_for_pdf\":\"https://a.example/b.pdf\"},\"oa_locations\":[{\"url_for_pdf\":null}]}",
            List.of(answer -> {
                UnpaywallAnswers.pdfs(answer);
                return List.of();
            }));

    @Test
    void brokenAnswersAreReadAsFarAsTheyGoOrRefused() {
        long seed = Long.getLong("scholion.seed", System.nanoTime());
        System.out.println("scholion.seed=" + seed + " scholion.fuzz.runs=" + RUNS);
        List<String> answers = READERS.keySet().stream().sorted().toList();
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            String whole = answers.get(random.nextInt(answers.size()));
            String broken = mutate(whole, random);
            String name = "seed " + seed + ", run " + run;
            assertTimeoutPreemptively(LIMIT, () -> READERS.get(whole).forEach(reader -> check(reader, broken, name)), name);
        }
    }

    private static void check(Reader reader, String answer, String name) {
        try {
            for (Reference reference : reader.read(answer)) {
                assertFalse(reference.title().isEmpty(), name);
            }
        } catch (BrokenAnswer e) {
            assertFalse(String.valueOf(e.getMessage()).isEmpty(), name);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name + ": " + answer, e);
        }
    }

    /** Breaks texts as files break, or puts another value where one stands, which leaves JSON and XML whole. */
    private static String mutate(String text, Random random) {
        if (random.nextBoolean()) {
            return new Mutations(random.nextLong()).mutate(text);
        }
        String[] values = {"null", "[]", "{}", "-1", "1e999", "\"\"", "\"\\ud800\"", "[[null]]", "99999999999", "true", "\"0000-99-99\"", "\"&#0;<<\""};
        String result = text;
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = result.indexOf(':', random.nextInt(result.length()));
            int end = at < 0 ? -1 : result.indexOf(random.nextBoolean() ? ',' : '}', at);
            if (end > 0) {
                result = result.substring(0, at + 1) + values[random.nextInt(values.length)] + result.substring(end);
            }
        }
        return result.replace("2019", random.nextBoolean() ? "0000" : "2019").replace("Ada", random.nextBoolean() ? " , " : "Ada");
    }
}
