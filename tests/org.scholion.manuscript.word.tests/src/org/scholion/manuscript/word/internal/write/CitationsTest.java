package org.scholion.manuscript.word.internal.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.manuscript.word.internal.Docx;
import org.scholion.manuscript.word.internal.WordReader;
import org.scholion.text.CancelToken;
import org.scholion.text.TextRange;

/** New citations become fields that Word, or the reference manager of the document, knows and updates. */
class CitationsTest {

    private static final String PART = "word/document.xml";
    private static final String STAMP = "w:author=\"Scholion\" w:date=\"2026-01-02T03:04:05Z\"";
    private static final String ITEM = """
            {"id":"smith10","type":"article-journal","title":"Apples & Pears","author":[{"family":"Smith","given":"Ann"},{"literal":"Fruit Board"}],\
            "issued":{"date-parts":[[2010,5]]},"container-title":"Journal of Fruit","volume":"3","page":"1-9","DOI":"10.1000/182"}""";
    private static final NewCitation.Work SMITH = new NewCitation.Work("smith10", ITEM);
    private static final NewCitation.Work LEE =
            new NewCitation.Work("lee:11", "{\"id\":\"lee:11\",\"type\":\"book\",\"title\":\"Plums\",\"author\":[{\"family\":\"Lee\",\"given\":\"Bo\"}]}");
    private static final String BIBLIOGRAPHY = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography";

    @TempDir
    private Path folder;

    private final WordWriter writer = new WordWriter(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    private Path file = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void paths() {
        file = folder.resolve("paper.docx");
        output = folder.resolve("out.docx");
    }

    private static Manuscript read(Path path) throws Exception {
        return new WordReader().read(path, OpenTexts.NONE, CancelToken.NEVER);
    }

    private static String field(String instruction, String shown) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> " + instruction
                + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\">" + shown
                + "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    }

    /** Writes a citation, with what stands before it in the change, behind words of the first paragraph that has them. */
    private String cite(Docx document, String behind, String before, NewCitation citation, Mode mode) throws Exception {
        Manuscript manuscript = read(document.write(file));
        SourceText source = manuscript.sources().stream().filter(one -> one.text().contains(behind)).findFirst().orElseThrow();
        TextRange place = TextRange.at(source.text().indexOf(behind) + behind.length());
        SourceEdit edit = new SourceEdit(new SourceRange(source.unit(), place), before + Prose.PLACEHOLDER, "", List.of(citation));
        writer.write(manuscript, List.of(edit), Optional.of(output), mode, CancelToken.NEVER);
        try (XWPFDocument independent = new XWPFDocument(Files.newInputStream(output))) {
            assertFalse(independent.getParagraphs().isEmpty());
        }
        return Docx.text(output, PART).replaceAll("(?s).*<w:body>(.*)</w:body>.*", "$1");
    }

    private List<List<String>> keys() throws Exception {
        return read(output).structure().citations().stream()
                .map(citation -> citation.keys().stream().map(Citation.Key::name).toList())
                .toList();
    }

    private void undone() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>(Docx.entries(output));
        entries.put(PART, Revisions.decided(entries.get(PART), false));
        Docx.write(folder.resolve("rejected.docx"), entries);
    }

    private String rejectedText() throws Exception {
        undone();
        return read(folder.resolve("rejected.docx")).sources().stream().map(SourceText::text).reduce("", String::concat);
    }

    @Test
    void aTrackedCitationIsAWholeFieldInAnInsertionAndItsSourceIsAdded() throws Exception {
        String xml = cite(
                new Docx().paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>Apples keep.</w:t></w:r>"), "keep", " ", new NewCitation(List.of(SMITH), "(Smith, 2010)"),
                Mode.TRACKED_CHANGES);
        String bold = "<w:r><w:rPr><w:b/></w:rPr>";
        assertEquals(
                "<w:p>" + bold + "<w:t xml:space=\"preserve\">Apples keep</w:t></w:r>"
                        + "<w:ins w:id=\"1\" " + STAMP + ">" + bold + "<w:t xml:space=\"preserve\"> </w:t></w:r></w:ins>"
                        + "<w:ins w:id=\"2\" " + STAMP + ">" + field("CITATION smith10", "(Smith, 2010)").replace("<w:r>", bold) + "</w:ins>"
                        + bold + "<w:t xml:space=\"preserve\">.</w:t></w:r></w:p>",
                xml);
        assertEquals(List.of(List.of("smith10")), keys());
        assertEquals("Apples keep.", rejectedText());
        BibliographyEntry entry = read(output).structure().bibliography().getFirst();
        assertEquals(
                List.of("smith10", "article-journal", "Apples & Pears", "2010", "Journal of Fruit"),
                List.of(entry.key(), entry.type(), entry.title(), entry.year(), entry.venue()));
        assertEquals(List.of("Smith, Ann", "Fruit Board"), entry.authors());
    }

    @Test
    void thePartOfSourcesIsMadeWithAllThatNamesIt() throws Exception {
        cite(new Docx().paragraph(Docx.run("Apples keep.")), "keep", " ", new NewCitation(List.of(SMITH), "(Smith, 2010)"), Mode.TRACKED_CHANGES);
        String sources = Docx.text(output, "customXml/item1.xml");
        assertTrue(sources.contains("<b:Sources xmlns:b=\"" + BIBLIOGRAPHY + "\""), sources);
        assertTrue(sources.contains("<b:Tag>smith10</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Guid>{"), sources);
        assertTrue(sources.contains("<b:NameList><b:Person><b:Last>Smith</b:Last><b:First>Ann</b:First></b:Person>"), sources);
        assertTrue(sources.contains("<b:Title>Apples &amp; Pears</b:Title><b:Year>2010</b:Year><b:Month>5</b:Month>"), sources);
        assertTrue(Docx.text(output, "customXml/itemProps1.xml").contains("<ds:schemaRef ds:uri=\"" + BIBLIOGRAPHY + "\"/>"));
        assertTrue(Docx.text(output, "customXml/_rels/item1.xml.rels").contains("relationships/customXmlProps\" Target=\"itemProps1.xml\""));
        assertTrue(Docx.text(output, "word/_rels/document.xml.rels").contains("relationships/customXml\" Target=\"../customXml/item1.xml\""));
        assertTrue(Docx.text(output, "[Content_Types].xml").contains("PartName=\"/customXml/itemProps1.xml\""));
        for (Map.Entry<String, byte[]> entry : Docx.entries(file).entrySet()) {
            if (!List.of(PART, "word/_rels/document.xml.rels", "[Content_Types].xml").contains(entry.getKey())) {
                assertArrayEquals(entry.getValue(), Docx.entries(output).get(entry.getKey()), entry.getKey());
            }
        }
    }

    @Test
    void sourcesThatAreThereStayAndGetTheNewOne() throws Exception {
        Docx document = withSources("<b:Source><b:Tag>old</b:Tag><b:SourceType>Book</b:SourceType><b:Title>Old</b:Title></b:Source>")
                .paragraph(Docx.run("Apples keep.") + field("CITATION old \\l 1033", "(Old)"));
        cite(document, "keep", " ", new NewCitation(List.of(SMITH, LEE), "(Smith, 2010; Lee)"), Mode.TRACKED_CHANGES);
        String sources = Docx.text(output, "customXml/item1.xml");
        assertTrue(sources.contains("<b:Tag>old</b:Tag>") && sources.contains("<b:Tag>smith10</b:Tag>"), sources);
        assertEquals(List.of("old", "smith10", "lee:11"), read(output).structure().bibliography().stream().map(BibliographyEntry::key).toList());
        assertEquals(List.of(List.of("smith10", "lee:11"), List.of("old")), keys());
        cite(document, "keep", " ", new NewCitation(List.of(new NewCitation.Work("old", ITEM)), "(Old)"), Mode.PLAIN);
        assertArrayEquals(Docx.entries(file).get("customXml/item1.xml"), Docx.entries(output).get("customXml/item1.xml"));
    }

    private static Docx withSources(String sources) {
        return new Docx()
                .documentRelation("customXml", "../customXml/item1.xml")
                .entry("customXml/item1.xml", ("<b:Sources SelectedStyle=\"\\APA.XSL\" xmlns:b=\"" + BIBLIOGRAPHY + "\">" + sources + "</b:Sources>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void withoutTrackedChangesTheFieldStandsBetweenTwoRuns() throws Exception {
        String xml = cite(
                new Docx().paragraph(Docx.run("Apples keep.")), "keep", " ", new NewCitation(List.of(SMITH), "(Smith, 2010)"), Mode.PLAIN);
        assertEquals(
                "<w:p><w:r><w:t xml:space=\"preserve\">Apples keep</w:t><w:t xml:space=\"preserve\"> </w:t></w:r>"
                        + field("CITATION smith10", "(Smith, 2010)") + Docx.run(".") + "</w:p>",
                xml);
    }

    @Test
    void aCommentProposesTheCitationAsItReads() throws Exception {
        cite(new Docx().paragraph(Docx.run("Apples keep.")), "keep", " ", new NewCitation(List.of(SMITH), "(Smith, 2010)"), Mode.COMMENTS);
        assertTrue(Docx.text(output, "word/comments.xml").contains("(Smith, 2010)"));
        assertFalse(Docx.entries(output).containsKey("customXml/item1.xml"), "nothing is cited yet");
        assertEquals(List.of(), keys());
    }

    @Test
    void nextToACitationOfTheSameKindItBecomesOneWithIt() throws Exception {
        Docx document = withSources("").paragraph(Docx.run("Apples keep ") + "<w:sdt><w:sdtPr><w:citation/></w:sdtPr><w:sdtContent>"
                + field("CITATION old \\l 1033", "(Old, 1999)") + "</w:sdtContent></w:sdt>" + Docx.run("."));
        String xml = cite(document, "keep " + Prose.PLACEHOLDER, "", new NewCitation(List.of(SMITH), "(Smith, 2010)"), Mode.TRACKED_CHANGES);
        assertEquals(List.of(List.of("old", "smith10")), keys());
        assertTrue(xml.contains("<w:delInstrText xml:space=\"preserve\"> CITATION old \\l 1033 </w:delInstrText>"), xml);
        assertTrue(xml.contains("> CITATION old \\l 1033 \\m smith10 </w:instrText>"), xml);
        assertTrue(xml.contains(">(Old, 1999; Smith, 2010)</w:t>"), xml);
        undone();
        Manuscript rejected = read(folder.resolve("rejected.docx"));
        assertEquals(read(file).structure().citations().getFirst().keys().getFirst().name(), rejected.structure().citations().getFirst().keys().getFirst().name());
        assertEquals("(Old, 1999)", rejected.blocks().getFirst().prose().placeholders().getFirst().display());
        assertEquals(1, rejected.structure().citations().size());
        String plain = cite(document, "keep " + Prose.PLACEHOLDER, "", new NewCitation(List.of(SMITH), "(Smith, 2010)"), Mode.PLAIN);
        assertEquals(1, plain.split("\"begin\"", -1).length - 1, plain);
        assertEquals(List.of(List.of("old", "smith10")), keys());
    }

    @Test
    void aDocumentWithZoteroGetsAFieldOfZoteroWithTheData() throws Exception {
        String known = "{\"id\":7,\"uris\":[\"http://zotero.org/users/1/items/ABCD2345\"],\"itemData\":{\"id\":7,\"title\":\"Old\",\"volume\":2}}";
        Docx document = new Docx().paragraph(Docx.run("Apples keep.")).paragraph(Docx.run("Pears rot ")
                + field("ADDIN ZOTERO_ITEM CSL_CITATION {\"citationID\":\"x\",\"citationItems\":[" + known + "]}", "[1]") + Docx.run("."));
        NewCitation both = new NewCitation(List.of(SMITH, new NewCitation.Work("ABCD2345", "{\"title\":\"of a library\"}")), "[2, 1]");
        String xml = cite(document, "keep", " ", both, Mode.TRACKED_CHANGES);
        assertTrue(xml.contains(" ADDIN ZOTERO_ITEM CSL_CITATION {&quot;citationID&quot;:"), xml);
        assertTrue(xml.contains("&quot;itemData&quot;:" + Tags.escape(ITEM)), xml);
        assertTrue(xml.contains("," + Tags.escape(known) + "]"), "what the document knows of a work is taken over as it is: " + xml);
        assertTrue(xml.contains("&quot;plainCitation&quot;:&quot;[2, 1]&quot;"), xml);
        assertEquals(List.of(List.of("smith10", "ABCD2345"), List.of("ABCD2345")), keys());
        assertFalse(Docx.entries(output).keySet().stream().anyMatch(name -> name.startsWith("customXml/")), "Word's own sources are not needed");
        assertEquals(List.of("Smith, Ann", "Fruit Board"), read(output).structure().bibliography().getFirst().authors());
        String joined = cite(document, "rot " + Prose.PLACEHOLDER, "", new NewCitation(List.of(SMITH), "[2]"), Mode.TRACKED_CHANGES);
        assertEquals(List.of(List.of("ABCD2345", "smith10")), keys());
        assertTrue(joined.contains(">[1, 2]</w:t>"), joined);
    }

    @Test
    void aDocumentWithMendeleyOrEndNoteGetsTheirFields() throws Exception {
        Docx mendeley = new Docx().paragraph(Docx.run("Apples keep.")).paragraph(
                field("ADDIN CSL_CITATION {\"citationItems\":[{\"id\":\"ITEM-1\",\"itemData\":{\"title\":\"Old\"}}]}", "[1]"));
        String xml = cite(mendeley, "keep", " ", new NewCitation(List.of(SMITH), "[2]"), Mode.TRACKED_CHANGES);
        assertTrue(xml.contains(" ADDIN CSL_CITATION {&quot;citationItems&quot;:") && xml.contains("&quot;mendeley&quot;:"), xml);
        assertEquals(List.of(List.of("smith10"), List.of("ITEM-1")), keys());
        String cite = "&lt;EndNote&gt;&lt;Cite&gt;&lt;Author&gt;Old&lt;/Author&gt;&lt;Year&gt;1999&lt;/Year&gt;&lt;RecNum&gt;4&lt;/RecNum&gt;"
                + "&lt;DisplayText&gt;(Old, 1999)&lt;/DisplayText&gt;&lt;record&gt;&lt;titles&gt;&lt;title&gt;Old&lt;/title&gt;&lt;/titles&gt;"
                + "&lt;/record&gt;&lt;/Cite&gt;&lt;/EndNote&gt;";
        Docx endNote = new Docx().paragraph(Docx.run("Apples keep.")).paragraph(Docx.run("Pears ") + field("ADDIN EN.CITE " + cite, "(Old, 1999)") + Docx.run("."));
        cite(endNote, "keep", " ", new NewCitation(List.of(SMITH), "(Smith, 2010)"), Mode.TRACKED_CHANGES);
        assertEquals(List.of(List.of("smith10"), List.of("Old1999#4")), keys());
        cite(endNote, "Pears " + Prose.PLACEHOLDER, "", new NewCitation(List.of(SMITH), "(Smith, 2010)"), Mode.PLAIN);
        assertEquals(List.of(List.of("Old1999#4", "smith10")), keys());
        assertEquals("(Old, 1999; Smith, 2010)", read(output).blocks().getLast().prose().placeholders().getFirst().display());
    }

    @Test
    void aCitationInTheInsertionOfSomebodyDividesIt() throws Exception {
        String xml = cite(
                new Docx().paragraph("<w:ins w:id=\"9\" w:author=\"Ada\">" + Docx.run("Apples keep.") + "</w:ins>"), "keep", " ",
                new NewCitation(List.of(SMITH), "(Smith, 2010)"), Mode.TRACKED_CHANGES);
        assertFalse(xml.replaceAll("(?s)<w:ins [^>]*>.*?</w:ins>", "").contains("w:ins"), "no insertion stands in another: " + xml);
        assertEquals("Apples keep.", rejectedText());
    }

    @Test
    void lettersAndSeveralCitationsOfOneChangeComeInOrder() throws Exception {
        Manuscript manuscript = read(new Docx().paragraph(Docx.run("Apples keep.")).write(file));
        SourceText source = manuscript.sources().get(1);
        String text = " (a " + Prose.PLACEHOLDER + " b " + Prose.PLACEHOLDER + ")";
        SourceEdit edit = new SourceEdit(
                new SourceRange(source.unit(), TextRange.at(11)), text, "",
                List.of(new NewCitation(List.of(SMITH), "(Smith)"), new NewCitation(List.of(LEE), "(Lee)")));
        writer.write(manuscript, List.of(edit), Optional.of(output), Mode.TRACKED_CHANGES, CancelToken.NEVER);
        assertEquals(List.of(List.of("smith10"), List.of("lee:11")), keys());
        assertEquals("Apples keep" + text + ".", read(output).blocks().getFirst().prose().text());
    }
}
