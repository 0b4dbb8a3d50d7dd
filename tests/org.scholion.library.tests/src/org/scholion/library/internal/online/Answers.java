package org.scholion.library.internal.online;

/** Answers in the documented format of each source, of made-up works. */
public final class Answers {

    public static final String CROSSREF_WORK = """
            {"status":"ok","message-type":"work","message-version":"1.0.0","message":{
             "DOI":"10.5555/Tide.1","type":"journal-article","title":["Tides of <i>Mytilus</i> &amp; moons"],"subtitle":["A field study"],
             "container-title":["Journal of Shore Life"],"short-container-title":["J. Shore Life"],"volume":"12","issue":"3","page":"101\\u2013109",
             "publisher":"Shore Press","ISSN":["1234-5678"],"language":"en","URL":"http://dx.doi.org/10.5555/tide.1",
             "abstract":"<jats:title>Abstract</jats:title><jats:p>Mussels count the moon.</jats:p>",
             "author":[{"given":"Ada M.","family":"Brook","sequence":"first","affiliation":[]},
              {"given":"Jan","family":"van Dijk","suffix":"Jr.","sequence":"additional"},{"name":"Shore Consortium","sequence":"additional"}],
             "issued":{"date-parts":[[2019,4,7]]},"is-referenced-by-count":4}}
            """;

    public static final String CROSSREF_LIST = """
            {"status":"ok","message-type":"work-list","message":{"total-results":2,"items-per-page":5,"items":[
             {"DOI":"10.5555/tide.1","type":"journal-article","title":["Tides of Mytilus & moons"],"author":[{"given":"Ada M.","family":"Brook"}],
              "container-title":["Journal of Shore Life"],"issued":{"date-parts":[[2019]]}},
             {"DOI":"10.5555/none","type":"journal-article","title":[],"issued":{"date-parts":[[null]]}},
             {"DOI":"10.5555/moon.2","type":"proceedings-article","title":["Moons and sand"],"author":[{"family":"Lim"}],
              "issued":{"date-parts":[[2020,1]]}}]}}
            """;

    public static final String CROSSREF_UPDATES = """
            {"status":"ok","message-type":"work-list","message":{"total-results":2,"items":[
             {"DOI":"10.5555/erratum.7","type":"journal-article","title":["Erratum"],
              "update-to":[{"DOI":"10.5555/tide.1","type":"erratum","label":"Erratum","updated":{"date-time":"2020-02-03T00:00:00Z"}}]},
             {"DOI":"10.5555/notice.9","type":"journal-article","title":["Retraction"],
              "update-to":[{"DOI":"10.5555/Tide.1","type":"retraction","source":"retraction-watch","label":"Retraction",
               "updated":{"date-parts":[[2021,5,6]],"date-time":"2021-05-06T00:00:00Z","timestamp":1620259200000}},
               {"DOI":"10.5555/other","type":"retraction","updated":{"date-time":"2021-05-06T00:00:00Z"}}]}]}}
            """;

    public static final String CSL = """
            {"type":"book","DOI":"10.5555/sand","title":"All of sand","publisher":"Dune House","publisher-place":"Oslo",
             "author":[{"family":"Berg","given":"Kari","non-dropping-particle":"van den"},{"literal":"Sand Group"}],
             "editor":[{"family":"Lim","given":"S."}],"issued":{"date-parts":[["2011"]]},"ISBN":["978-0-00-000000-2"]}
            """;

    public static final String OPENALEX_WORK = """
            {"id":"https://openalex.org/W1","doi":"https://doi.org/10.5555/tide.1","title":"Tides of Mytilus & moons","display_name":"Tides",
             "publication_year":2019,"publication_date":"2019-04-07","language":"en","type":"article","is_retracted":true,
             "ids":{"openalex":"https://openalex.org/W1","pmid":"https://pubmed.ncbi.nlm.nih.gov/30000001"},
             "primary_location":{"is_oa":true,"landing_page_url":"https://doi.org/10.5555/tide.1","pdf_url":null,
              "source":{"id":"https://openalex.org/S1","display_name":"Journal of Shore Life","issn_l":"1234-5678","type":"journal"}},
             "best_oa_location":{"is_oa":true,"pdf_url":"http://repository.example/tide.pdf","version":"acceptedVersion","license":"cc-by"},
             "locations":[{"is_oa":true,"pdf_url":"https://repository.example/tide.pdf"},{"is_oa":false,"pdf_url":"https://closed.example/a.pdf"},
              {"is_oa":true,"pdf_url":"ftp://odd.example/a.pdf"}],
             "authorships":[{"author_position":"first","author":{"display_name":"Ada M. Brook"}},{"author":{"display_name":"Jan van Dijk"}}],
             "biblio":{"volume":"12","issue":"3","first_page":"101","last_page":"109"},
             "abstract_inverted_index":{"Mussels":[0],"count":[1],"the":[2],"moon.":[3]},"keywords":[{"display_name":"Tide"}]}
            """;

    public static final String OPENALEX_LIST = "{\"meta\":{\"count\":1},\"results\":[" + OPENALEX_WORK + ",{\"title\":null}]}";

    public static final String ARXIV = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
              <title type="html">ArXiv Query</title><id>http://arxiv.org/api/abc</id>
              <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>
              <entry>
                <id>http://arxiv.org/abs/2101.01234v3</id><updated>2021-02-01T00:00:00Z</updated><published>2021-01-05T10:00:00Z</published>
                <title>Learning the
              tides</title><summary>  We learn tides &amp; moons.
            </summary>
                <author><name>Ada M. Brook</name></author><author><name>Jan van Dijk</name></author>
                <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">9 pages</arxiv:comment>
                <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/learn.1</arxiv:doi>
                <link href="http://arxiv.org/abs/2101.01234v3" rel="alternate" type="text/html"/>
                <link title="pdf" href="http://arxiv.org/pdf/2101.01234v3" rel="related" type="application/pdf"/>
                <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
              </entry>
            </feed>
            """;

    public static final String ARXIV_ERROR = """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_1</id>
            <title>Error</title><summary>incorrect id format for 1</summary></entry></feed>
            """;

    public static final String SCHOLAR_WORK = """
            {"paperId":"0a1b","externalIds":{"ArXiv":"2101.01234","DOI":"10.5555/LEARN.1","PubMed":"30000009","CorpusId":77},
             "title":"Learning the tides","abstract":"We learn tides.","venue":"International Tide Conference","year":2021,
             "publicationDate":"2021-06-01","publicationTypes":["JournalArticle","Conference"],"journal":{"name":"ITC","volume":"4","pages":"1 - 9"},
             "authors":[{"authorId":"1","name":"Ada M. Brook"},{"authorId":"2","name":"Tide Collaboration"}],
             "openAccessPdf":{"url":"https://tides.example/learn.pdf","status":"GREEN","license":"CCBY"}}
            """;

    public static final String SCHOLAR_LIST = "{\"total\":1,\"offset\":0,\"data\":[" + SCHOLAR_WORK + "]}";

    public static final String PUBMED_NUMBERS = """
            {"header":{"type":"esearch","version":"0.3"},"esearchresult":{"count":"1","retmax":"1","retstart":"0","idlist":["30000001"]}}
            """;

    public static final String PUBMED_WORKS = """
            <?xml version="1.0" ?>
            <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
            <PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">30000001</PMID>
              <Article PubModel="Print"><Journal><ISSN IssnType="Print">1234-5678</ISSN>
                <JournalIssue CitedMedium="Print"><Volume>12</Volume><Issue>3</Issue>
                 <PubDate><Year>2019</Year><Month>Apr</Month><Day>7</Day></PubDate></JournalIssue><Title>Journal of Shore Life</Title></Journal>
               <ArticleTitle>Tides of <i>Mytilus</i> &amp; moons.</ArticleTitle><Pagination><MedlinePgn>101-9</MedlinePgn></Pagination>
               <ELocationID EIdType="doi" ValidYN="Y">10.5555/tide.1</ELocationID>
               <Abstract><AbstractText Label="AIM">To see.</AbstractText><AbstractText Label="RESULT">Seen.</AbstractText></Abstract>
               <AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Brook</LastName><ForeName>Ada M</ForeName><Initials>AM</Initials></Author>
                <Author ValidYN="Y"><CollectiveName>Shore Consortium</CollectiveName></Author></AuthorList><Language>eng</Language>
               <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
                <PublicationType UI="D016441">Retracted Publication</PublicationType></PublicationTypeList></Article>
              <CommentsCorrectionsList><CommentsCorrections RefType="ErratumIn"><RefSource>J Shore Life. 2020 Feb;13:1. doi: 10.5555/erratum.7</RefSource>
                <PMID Version="1">30000005</PMID></CommentsCorrections>
               <CommentsCorrections RefType="RetractionIn"><RefSource>J Shore Life. 2021;14(2):5. doi: 10.5555/notice.9.</RefSource></CommentsCorrections>
               <CommentsCorrections RefType="CommentIn"><RefSource>J Shore Life. 2022</RefSource></CommentsCorrections></CommentsCorrectionsList>
              <KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">tide</Keyword></KeywordList></MedlineCitation>
             <PubmedData><ArticleIdList><ArticleId IdType="pubmed">30000001</ArticleId><ArticleId IdType="doi">10.5555/tide.1</ArticleId>
              </ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>
            """;

    public static final String UNPAYWALL = """
            {"doi":"10.5555/tide.1","is_oa":true,"oa_status":"green","title":"Tides","year":2019,
             "best_oa_location":{"url":"https://repository.example/tide","url_for_pdf":"https://repository.example/tide.pdf",
              "host_type":"repository","version":"acceptedVersion","license":"cc-by","is_best":true},
             "oa_locations":[{"url_for_pdf":"https://repository.example/tide.pdf"},{"url_for_pdf":null},{"url_for_pdf":"https://other.example/t.pdf"}]}
            """;

    private Answers() {}
}
