package org.scholion.library.internal.medline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.format.SourceFile;

class PubmedXmlReferencesTest {

    private static final String HEAD = "<?xml version=\"1.0\" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD PubMedArticle, 1st January 2025//EN\" "
            + "\"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd\">\n<PubmedArticleSet>";

    @TempDir
    private Path folder;

    @Test
    void readsAnArticle() throws Exception {
        Reference reference = SourceFile.only(folder, "a.xml", HEAD + """
                <PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">7654321</PMID><Article PubModel="Print">
                <Journal><ISSN IssnType="Print">1234-5678</ISSN><JournalIssue><Volume>12</Volume><Issue>3</Issue>
                <PubDate><Year>2011</Year><Month>Mar</Month></PubDate></JournalIssue><Title>Journal of pores</Title></Journal>
                <ArticleTitle>Water in H<sub>2</sub>O <i>pores</i>.</ArticleTitle><Pagination><MedlinePgn>101-19</MedlinePgn></Pagination>
                <ELocationID EIdType="doi" ValidYN="Y">10.5555/ABC.1</ELocationID>
                <Abstract><AbstractText Label="AIM">To see.</AbstractText><AbstractText Label="RESULTS">Seen.</AbstractText></Abstract>
                <AuthorList><Author><LastName>Mendel</LastName><ForeName>Gregor J</ForeName><Suffix>Jr</Suffix></Author>
                <Author><CollectiveName>Pore Society</CollectiveName></Author></AuthorList>
                <PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList></Article>
                <MeshHeadingList><MeshHeading><DescriptorName>Water</DescriptorName></MeshHeading></MeshHeadingList></MedlineCitation>
                <PubmedData><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.5555/other</ArticleId></ArticleIdList></Reference>
                </ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>
                """);
        assertEquals("Water in H2O pores", reference.title());
        assertEquals(List.of(new Person("Mendel", "Gregor J", "Jr", false), Person.body("Pore Society")), reference.authors());
        assertEquals("AIM: To see. RESULTS: Seen.", reference.abstractText());
        assertEquals("10.5555/abc.1", reference.doi());
        assertEquals("2011-03", reference.field(WorkField.DATE));
        assertEquals(List.of("Water"), reference.keywords());
        assertEquals("mendel2011water", reference.key());
    }

    @Test
    void readsAChapterOfABook() throws Exception {
        Reference reference = SourceFile.only(folder, "a.xml", HEAD + """
                <PubmedBookArticle><BookDocument><PMID>5</PMID><Book><Publisher><PublisherName>Press</PublisherName></Publisher><BookTitle>Whole</BookTitle>
                <PubDate><Year>2001</Year></PubDate><AuthorList Type="editors"><Author><LastName>Ed</LastName></Author></AuthorList></Book>
                <ArticleTitle>Part</ArticleTitle><AuthorList Type="authors"><Author><LastName>Au</LastName></Author></AuthorList></BookDocument>
                </PubmedBookArticle></PubmedArticleSet>
                """);
        assertEquals(WorkType.CHAPTER, reference.type());
        assertEquals("Whole", reference.venue());
        assertEquals(List.of(Person.of("Ed", "")), reference.editors());
        assertEquals(OptionalInt.of(2001), reference.year());
    }
}
