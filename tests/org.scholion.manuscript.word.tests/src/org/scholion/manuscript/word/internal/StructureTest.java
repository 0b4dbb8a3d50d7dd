package org.scholion.manuscript.word.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.manuscript.Structure.CrossReference;
import org.scholion.manuscript.Structure.Label;
import org.scholion.text.CancelToken;
import org.scholion.text.TextRange;

/** What a document numbers, refers to and cites. */
class StructureTest {

    @TempDir
    private Path folder;

    private Manuscript read(Docx document) throws Exception {
        return new WordReader().read(document.write(folder.resolve("paper.docx")), OpenTexts.NONE, CancelToken.NEVER);
    }

    private SourceRange range(int paragraph, int start, int end) {
        SourceUnit unit = new SourceUnit.WordParagraph(folder.resolve("paper.docx"), "/word/document.xml", paragraph);
        return new SourceRange(unit, new TextRange(start, end));
    }

    private static String field(String instruction, String result) {
        return "<w:fldSimple w:instr=\"" + instruction + "\">" + Docx.run(result) + "</w:fldSimple>";
    }

    private static String bookmark(String name) {
        return "<w:bookmarkStart w:id=\"1\" w:name=\"" + name + "\"/><w:bookmarkEnd w:id=\"1\"/>";
    }

    @Test
    void bookmarksAreLabelsOfWhatTheyStandIn() throws Exception {
        Docx document = new Docx()
                .body(bookmark("_Toc1"))
                .paragraph("<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" + Docx.run("The ") + bookmark("methods") + Docx.run("methods"))
                .paragraph(bookmark("_Ref2") + Docx.run("Figure ") + field(" SEQ Figure \\* ARABIC ", "1") + Docx.run(". A tree."))
                .paragraph(Docx.run("Text ") + bookmark("_GoBack") + bookmark("place") + Docx.run("here."));
        assertEquals(
                List.of(
                        new Label("_Toc1", "section", "The methods", range(0, 0, 0)), new Label("methods", "section", "The methods", range(0, 4, 4)),
                        new Label("_Ref2", "figure", "Figure 1. A tree.", range(1, 0, 0)), new Label("place", "", "", range(2, 5, 5))),
                read(document).structure().labels());
    }

    @Test
    void fieldsAreReferencesAndCitations() throws Exception {
        Docx document = new Docx()
                .paragraph(bookmark("_Ref1") + Docx.run("One."))
                .paragraph(Docx.run("See ") + field(" REF _ref1 \\h ", "2") + Docx.run(" and ") + field("PAGEREF _Ref1", "3")
                        + Docx.run(", as said ") + field(" CITATION Knu84 \\l 1033 \\m Lam94 ", "(Knuth 1984; Lamport 1994)")
                        + field(" ADDIN ZOTERO_ITEM CSL_CITATION {} ", "[3]") + field("STYLEREF &quot;Heading 1&quot;", "x") + Docx.run("."));
        Manuscript manuscript = read(document);
        assertEquals(
                List.of(new CrossReference("_Ref1", "REF", range(1, 4, 5)), new CrossReference("_Ref1", "PAGEREF", range(1, 10, 11))),
                manuscript.structure().references());
        SourceRange both = range(1, 21, 22);
        assertEquals(
                List.of(
                        new Citation(List.of(new Citation.Key("Knu84", both), new Citation.Key("Lam94", both)), "CITATION", true, both),
                        new Citation(List.of(), "ZOTERO_ITEM", true, range(1, 22, 23))),
                manuscript.structure().citations());
    }

    @Test
    void citationsOfReferenceManagersKnowTheirWorks() throws Exception {
        String item = "{\"id\":12,\"uris\":[\"http://zotero.org/users/1/items/%s\"],\"itemData\":{\"type\":\"book\",\"title\":\"The \\u201cart\\u201d of [it]\","
                + "\"author\":[{\"family\":\"Knuth\",\"given\":\"D. E.\"},{\"literal\":\"ACM\"}],\"issued\":{\"date-parts\":[[1984,5]]},\"container-title\":\"Books\"}}";
        String data = "{\"citationID\":\"x\",\"properties\":{\"noteIndex\":0},\"citationItems\":[" + item.formatted("AB12") + ", " + item.formatted("CD34") + "]}";
        String instruction = ("ADDIN ZOTERO_ITEM CSL_CITATION " + data + " ").replace("\"", "&quot;");
        Manuscript manuscript = read(new Docx().paragraph(Docx.run("So ") + field(instruction, "[1]") + field(instruction, "[1]") + Docx.run("."))
                .paragraph(field("ADDIN ZOTERO_ITEM CSL_CITATION {&quot;citationItems&quot;:[{", "[2]")));
        SourceRange first = range(0, 3, 4);
        BibliographyEntry knuth = new BibliographyEntry(
                "AB12", "book", List.of("Knuth, D. E.", "ACM"), "The \u201Cart\u201D of [it]", "1984", "Books", first);
        assertEquals(2, manuscript.structure().bibliography().size());
        assertEquals(knuth, manuscript.structure().bibliography().getFirst());
        assertEquals(
                List.of(List.of("AB12", "CD34"), List.of("AB12", "CD34"), List.of()),
                manuscript.structure().citations().stream().map(one -> one.keys().stream().map(Citation.Key::name).toList()).toList());
    }

    @Test
    void aReferenceToNothingIsOneOnlyWhereAllWasRead() throws Exception {
        String gone = field("REF _Gone", "Error!");
        assertEquals(List.of("_Gone"), references(new Docx().paragraph(gone)));
        assertEquals(List.of(), references(new Docx().paragraph(gone).body("<w:p><w:r></w:p>")));
        String prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + bookmark("_Gone") + "</w:sdtContent></w:sdt>";
        assertEquals(List.of(), references(new Docx().paragraph(gone + prompt)));
        assertEquals(List.of(), references(new Docx().paragraph(gone + field("SET _Gone 4", ""))));
    }

    private List<String> references(Docx document) throws Exception {
        return read(document).structure().references().stream().map(CrossReference::name).toList();
    }
}
