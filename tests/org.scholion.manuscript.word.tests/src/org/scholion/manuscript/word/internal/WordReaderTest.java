package org.scholion.manuscript.word.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceMap.Place;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.TextRange;

class WordReaderTest {

    private static final String FIELD = "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>";

    @TempDir
    private Path folder;

    private Manuscript read(Docx document) throws Exception {
        return new WordReader().read(document.write(folder.resolve("paper.docx")), OpenTexts.NONE, CancelToken.NEVER);
    }

    private List<String> blocks(Docx document) throws Exception {
        return read(document).blocks().stream().map(WordReaderTest::line).toList();
    }

    private static String line(Block block) {
        return block.kind() + (block.level() > 0 ? " " + block.level() : "") + ": " + block.prose().text();
    }

    private static String complexField(String instruction, String result) {
        return FIELD.formatted("begin") + "<w:r><w:instrText>" + instruction + "</w:instrText></w:r>" + FIELD.formatted("separate")
                + Docx.run(result) + FIELD.formatted("end");
    }

    @Test
    void aWordThatIsSplitOverRunsIsOneWord() throws Exception {
        Docx document = new Docx().paragraph(Docx.run("A the") + "<w:proofErr w:type=\"spellStart\"/>" + Docx.run("or")
                + "<w:bookmarkStart w:id=\"0\" w:name=\"b\"/>" + Docx.run("em &amp; more."));
        Manuscript manuscript = read(document);
        assertEquals("A theorem & more.", manuscript.blocks().getFirst().prose().text());
        SourceUnit unit = new SourceUnit.WordParagraph(folder.resolve("paper.docx"), "/word/document.xml", 0);
        Place place = manuscript.blocks().getFirst().prose().map().place(new TextRange(2, 9));
        assertEquals(new Place.Exact(new SourceRange(unit, new TextRange(2, 9))), place);
        assertEquals("A theorem & more.", manuscript.source(unit).orElseThrow().text());
    }

    @Test
    void eachPlaceOfAParagraphIsOneOfARun() throws Exception {
        Docx document = new Docx().paragraph("<w:del w:id=\"1\"><w:r><w:delText>old</w:delText></w:r></w:del>" + Docx.run("We ")
                + "<w:ins w:id=\"2\"><w:hyperlink><w:r><w:t>ha</w:t><w:softHyphen/><w:t>ve</w:t></w:r></w:hyperlink></w:ins>"
                + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + Docx.run("") + Docx.run(" it."));
        SourceText source = read(document).sources().getLast();
        assertEquals("We ha\u00ADve\uFFFC it.", source.text());
        assertEquals(Optional.of(new SourceText.RunPlace(1, 0)), source.runAt(0));
        assertEquals(Optional.of(new SourceText.RunPlace(2, 0)), source.runAt(3));
        assertEquals(Optional.of(new SourceText.RunPlace(2, 4)), source.runAt(7));
        assertEquals(Optional.empty(), source.runAt(8));
        assertEquals(Optional.of(new SourceText.RunPlace(4, 4)), source.runAt(source.text().length()));
    }

    @Test
    void insertionsOfOthersAreReadAndDeletionsAreNot() throws Exception {
        Docx document = new Docx().paragraph(Docx.run("We ") + "<w:del w:id=\"1\"><w:r><w:delText>has</w:delText></w:r></w:del><w:ins w:id=\"2\">"
                + Docx.run("have") + "</w:ins>" + Docx.run(" it.") + "<w:moveFrom w:id=\"3\">" + Docx.run(" Gone.") + "</w:moveFrom>"
                + "<w:moveTo w:id=\"4\">" + Docx.run(" Here.") + "</w:moveTo>");
        assertEquals(List.of("PARAGRAPH: We have it. Here."), blocks(document));
    }

    private static String mark(String change) {
        return "<w:pPr><w:rPr><w:" + change + " w:id=\"9\" w:author=\"Ada\"/></w:rPr></w:pPr>";
    }

    @Test
    void aDeletedParagraphMarkEndsNoParagraphAndAnInsertedOneDoes() throws Exception {
        Docx document = new Docx()
                .paragraph(mark("del") + Docx.run("We count "))
                .body("<w:bookmarkStart w:id=\"3\" w:name=\"b\"/>")
                .paragraph(mark("moveFrom") + Docx.run(" all trees"))
                .paragraph(mark("ins") + Docx.run(" here."))
                .paragraph(Docx.run("Then we stop."));
        Manuscript manuscript = read(document);
        assertEquals(List.of("PARAGRAPH: We count all trees here.", "PARAGRAPH: Then we stop."),
                manuscript.blocks().stream().map(WordReaderTest::line).toList());
        Prose prose = manuscript.blocks().getFirst().prose();
        int trees = prose.text().indexOf("trees");
        SourceUnit second = new SourceUnit.WordParagraph(folder.resolve("paper.docx"), "/word/document.xml", 1);
        assertEquals(new Place.Exact(new SourceRange(second, new TextRange(5, 10))), prose.map().place(TextRange.ofLength(trees, 5)));
        assertEquals(" all trees", manuscript.source(second).orElseThrow().text());
        assertTrue(prose.map().place(new TextRange(3, trees)) instanceof Place.CrossesMarkup);
    }

    @Test
    void aDeletedMarkJoinsParagraphsOfOneContainerOnly() throws Exception {
        Docx document = new Docx()
                .part("footnotes", "<w:footnote w:id=\"1\"><w:p>" + mark("del") + Docx.run("A note.") + "</w:p></w:footnote>")
                .paragraph(mark("del") + Docx.run("Before") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>")
                .body("<w:tbl><w:tr><w:tc><w:p>" + mark("del") + Docx.run("one") + "</w:p></w:tc><w:tc><w:p>" + Docx.run("two")
                        + "</w:p></w:tc></w:tr></w:tbl>")
                .paragraph(mark("del") + Docx.run("The end."));
        assertEquals(
                List.of("PARAGRAPH: Before", "FOOTNOTE: A note.", "TABLE_CELL: one", "TABLE_CELL: two", "PARAGRAPH: The end."),
                blocks(document));
    }

    @Test
    void whatWasDeletedOrMovedAwayAsAWholeIsNotRead() throws Exception {
        String heading = "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>";
        Docx document = new Docx()
                .paragraph(mark("del") + "<w:del w:id=\"1\"><w:r><w:delText>Gone.</w:delText></w:r></w:del>")
                .paragraph(heading + Docx.run("Methods"))
                .body("<w:moveFromRangeStart w:id=\"2\" w:name=\"m\"/>")
                .paragraph(mark("moveFrom") + "<w:moveFrom w:id=\"4\">" + Docx.run("It moved.") + "</w:moveFrom>")
                .body("<w:moveFromRangeEnd w:id=\"2\"/>")
                .paragraph(Docx.run("It stayed."))
                .paragraph(mark("moveTo") + "<w:moveTo w:id=\"5\">" + Docx.run("It moved.") + "</w:moveTo>")
                .body("<w:tbl><w:tr><w:trPr><w:del w:id=\"6\"/></w:trPr><w:tc><w:p>" + Docx.run("old") + "</w:p></w:tc></w:tr>"
                        + "<w:tr><w:trPr><w:ins w:id=\"7\"/></w:trPr><w:tc><w:p>" + Docx.run("new") + "</w:p></w:tc></w:tr></w:tbl>");
        assertEquals(List.of("HEADING 2: Methods", "PARAGRAPH: It stayed.", "PARAGRAPH: It moved.", "TABLE_CELL: new"), blocks(document));
    }

    @Test
    void fieldsAreWhatTheyShowOrPlaceholders() throws Exception {
        Docx document = new Docx().paragraph(Docx.run("As ") + complexField(" ADDIN ZOTERO_ITEM CSL_CITATION {}", "(Knuth 1984)")
                + Docx.run(" and Figure ") + complexField(" REF _Ref1 \\h ", "2") + Docx.run(" on ")
                + "<w:fldSimple w:instr=\" DATE \">" + Docx.run("1 May") + "</w:fldSimple>" + Docx.run(" say, see ")
                + complexField(" HYPERLINK \"x\" ", "the site") + Docx.run("."));
        Prose prose = read(document).blocks().getFirst().prose();
        assertEquals("As \uFFFC and Figure \uFFFC on 1 May say, see the site.", prose.text());
        assertEquals(
                List.of(
                        new Placeholder(3, PlaceholderKind.CITATION, Placeholder.Role.PARENTHESIS, "(Knuth 1984)"),
                        new Placeholder(16, PlaceholderKind.CROSS_REFERENCE, Placeholder.Role.NOUN, "2")),
                prose.placeholders());
        int date = prose.text().indexOf("May");
        assertTrue(prose.map().place(new TextRange(date, date + 3)) instanceof Place.CrossesMarkup, "a computed date cannot be changed");
        int site = prose.text().indexOf("site");
        assertTrue(prose.map().place(new TextRange(site, site + 4)) instanceof Place.Exact, "the text of a link can");
    }

    @Test
    void aTableOfContentsIsNoTextAndABibliographyOfAFieldIsOne() throws Exception {
        String toc = FIELD.formatted("begin") + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>" + FIELD.formatted("separate");
        Docx document = new Docx()
                .paragraph(toc + Docx.run("Introduction 1"))
                .paragraph(Docx.run("Methods 2") + FIELD.formatted("end"))
                .paragraph(Docx.run("Text."))
                .paragraph(FIELD.formatted("begin") + "<w:r><w:instrText> ADDIN ZOTERO_BIBL {} </w:instrText></w:r>"
                        + FIELD.formatted("separate") + Docx.run("Knuth. 1984."))
                .paragraph(Docx.run("Lamport. 1994.") + FIELD.formatted("end"));
        assertEquals(List.of("PARAGRAPH: Text.", "BIBLIOGRAPHY: Knuth. 1984.", "BIBLIOGRAPHY: Lamport. 1994."), blocks(document));
    }

    @Test
    void stylesSayWhatAParagraphIs() throws Exception {
        String styles = "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"My heading\"/><w:basedOn w:val=\"berschrift1\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"L\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"V1\"><w:name w:val=\"toc 1\"/></w:style>";
        Docx document = new Docx().part("styles", styles)
                .paragraph("<w:pPr><w:pStyle w:val=\"T\"/></w:pPr>" + Docx.run("On trees"))
                .paragraph("<w:pPr><w:pStyle w:val=\"V1\"/></w:pPr>" + Docx.run("Abstract 1"))
                .paragraph("<w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr>" + Docx.run("Abstract"))
                .paragraph(Docx.run("We count trees."))
                .paragraph("<w:pPr><w:pStyle w:val=\"Mine\"/></w:pPr>" + Docx.run("Methods"))
                .paragraph("<w:pPr><w:pStyle w:val=\"L\"/></w:pPr>" + Docx.run("Counting."))
                .paragraph("<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" + Docx.run("By hand"))
                .paragraph(Docx.run("Figure ") + complexField(" SEQ Figure ", "1") + Docx.run(" A tree."))
                .paragraph(Docx.run("References"))
                .paragraph(Docx.run("Knuth. 1984."));
        assertEquals(
                List.of(
                        "TITLE: On trees", "HEADING 2: Abstract", "ABSTRACT: We count trees.", "HEADING 2: Methods", "LIST_ITEM 1: Counting.",
                        "HEADING 3: By hand", "CAPTION: Figure 1 A tree.", "HEADING 2: References", "BIBLIOGRAPHY: Knuth. 1984."),
                blocks(document));
    }

    @Test
    void listsSayWhatIsNumberedWhereTheStyleDoesNot() throws Exception {
        String styles = "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"Deep\"><w:name w:val=\"Deep\"/><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>";
        String level = "<w:lvl w:ilvl=\"%d\">%s<w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/></w:lvl>";
        String numbering = "<w:abstractNum w:abstractNumId=\"1\">" + level.formatted(0, "", "decimal", "%1.") + level.formatted(1, "<w:pStyle w:val=\"H2\"/>", "decimal", "%1.%2")
                + "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">" + level.formatted(0, "", "bullet", "-")
                + level.formatted(1, "", "none", "") + level.formatted(2, "<w:pStyle w:val=\"Deep\"/>", "bullet", "-") + "</w:abstractNum>"
                + "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"7\"><w:abstractNumId w:val=\"2\"/></w:num>";
        String in = "<w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>";
        Docx document = new Docx().part("styles", styles).part("numbering", numbering)
                .paragraph(in.formatted(1, 5) + Docx.run("Methods of counting"))
                .paragraph(in.formatted(0, 5) + Docx.run("First."))
                .paragraph(in.formatted(0, 7) + Docx.run("A bullet."))
                .paragraph(in.formatted(1, 7) + Docx.run("Nothing before it."))
                .paragraph("<w:pPr><w:pStyle w:val=\"Deep\"/></w:pPr>" + Docx.run("Deeper."))
                .paragraph(in.formatted(0, 99) + Docx.run("Of no list."));
        assertEquals(
                List.of(
                        "HEADING 3: Methods of counting", "LIST_ITEM 1: First.", "LIST_ITEM 1: A bullet.", "PARAGRAPH: Nothing before it.",
                        "LIST_ITEM 3: Deeper.", "LIST_ITEM 1: Of no list."),
                blocks(document));
    }

    @Test
    void notesFollowTheirParagraphAndTablesHaveCells() throws Exception {
        Docx document = new Docx()
                .part("footnotes", "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p>" + Docx.run("---") + "</w:p></w:footnote>"
                        + "<w:footnote w:id=\"1\"><w:p>" + Docx.run("See there.") + "</w:p></w:footnote>")
                .paragraph(Docx.run("First") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" + Docx.run(" text."))
                .body("<w:tbl><w:tr><w:tc><w:p>" + Docx.run("cell") + "</w:p></w:tc></w:tr></w:tbl>")
                .paragraph(Docx.run("Second."));
        assertEquals(List.of("PARAGRAPH: First text.", "FOOTNOTE: See there.", "TABLE_CELL: cell", "PARAGRAPH: Second."), blocks(document));
    }

    @Test
    void formulasArePlaceholdersOrIslands() throws Exception {
        String formula = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>";
        Docx document = new Docx()
                .paragraph(Docx.run("Let ") + formula + Docx.run(" hold."))
                .paragraph("<m:oMathPara>" + formula + "</m:oMathPara>" + Docx.run(" (1)"));
        Manuscript manuscript = read(document);
        assertEquals("Let \uFFFC hold.", manuscript.blocks().getFirst().prose().text());
        assertEquals("x=1", manuscript.blocks().getFirst().prose().placeholders().getFirst().display());
        assertEquals(BlockKind.EQUATION, manuscript.blocks().getLast().kind());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            <m:sSup><m:e>x</m:e><m:sup>2</m:sup></m:sSup> ; x²
            <m:sSup><m:e>e</m:e><m:sup>ax</m:sup></m:sSup> ; e^ax
            <m:sSubSup><m:e>x</m:e><m:sub>n</m:sub><m:sup>k+1</m:sup></m:sSubSup> ; xₙ^(k+1)
            <m:f><m:num>a+b</m:num><m:den>2</m:den></m:f> ; (a+b)/2
            <m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>2π</m:e></m:rad> ; √2π
            <m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>i=1</m:sub><m:sup>n</m:sup><m:e>i</m:e></m:nary> ; ∑_(i=1)ⁿ i
            <m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>a</m:e><m:e>b</m:e></m:d> ; [a|b]
            <m:m><m:mr><m:e>a</m:e><m:e>b</m:e></m:mr><m:mr><m:e>c</m:e><m:e>d</m:e></m:mr></m:m> ; `[a, b; c, d]`
            """)
    void formulasReadInOneLine(String formula, String line) throws Exception {
        String letters = formula.replaceAll(">([^<>]+)<", "><m:r><m:t>$1</m:t></m:r><");
        Prose prose = read(new Docx().paragraph(Docx.run("Let ") + "<m:oMath>" + letters + "</m:oMath>" + Docx.run(" be."))).blocks().getFirst().prose();
        assertEquals(line, prose.placeholders().getFirst().display());
    }

    @Test
    void whatNobodySeesIsNoProse() throws Exception {
        Docx document = new Docx().paragraph(Docx.run("co") + "<w:r><w:softHyphen/></w:r>" + Docx.run("op\u00ADerate")
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>" + "<w:r><w:tab/></w:r>" + Docx.run(" non")
                + "<w:r><w:noBreakHyphen/></w:r>" + Docx.run("stop.")
                + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + Docx.run("Click here.") + "</w:sdtContent></w:sdt>");
        assertEquals(List.of("PARAGRAPH: cooperate non-stop."), blocks(document));
    }

    @Test
    void raisedNumbersBehindAWordAreNoPartOfIt() throws Exception {
        String raised = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>%s</w:t></w:r>";
        Docx document = new Docx().paragraph(
                Docx.run("the atmosphere") + raised.formatted("1,2") + Docx.run(" of 5 m") + raised.formatted("2") + Docx.run("."));
        assertEquals(List.of("PARAGRAPH: the atmosphere of 5 m2."), blocks(document));
    }

    @Test
    void aTextBoxIsReadOnceBehindItsParagraph() throws Exception {
        String box = "<w:txbxContent><w:p>" + Docx.run("In the box.") + "</w:p></w:txbxContent>";
        Docx document = new Docx().paragraph(Docx.run("Before") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor>"
                + "<wps:txbx>" + box + "</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>" + box
                + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + Docx.run(" and after."));
        assertEquals(List.of("PARAGRAPH: Before and after.", "PARAGRAPH: In the box."), blocks(document));
    }

    @Test
    void languagesArePassagesOrThatOfTheBlock() throws Exception {
        String german = "<w:r><w:rPr><w:lang w:val=\"de-DE\"/></w:rPr><w:t xml:space=\"preserve\"> Vergangenheit </w:t></w:r>";
        String styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault></w:docDefaults>";
        Manuscript manuscript = read(new Docx().part("styles", styles).paragraph(Docx.run("They called it") + german + Docx.run("in those days.")));
        assertEquals("en-GB", manuscript.language());
        Prose prose = manuscript.blocks().getFirst().prose();
        assertEquals(1, prose.passages().size());
        assertEquals("de-DE", prose.passages().getFirst().language());
        assertEquals("Vergangenheit", prose.passages().getFirst().range().of(prose.text()).strip());
    }

    @Test
    void theScriptOfARunSaysWhichOfItsLanguagesIsMeant() throws Exception {
        String run = "<w:r><w:rPr>%s<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr><w:t>%s</w:t></w:r>";
        Manuscript manuscript = read(new Docx()
                .paragraph(run.formatted("", "\u6211\u4EEC\u7528 LaTeX \u5199\u8BBA\u6587\u3002"))
                .paragraph(run.formatted("", "We write \u6587."))
                .paragraph(run.formatted("<w:rtl/>", "1984"))
                .paragraph(run.formatted("", "\u0627\u0644\u0639\u0631\u0628\u064A\u0629")));
        assertEquals(List.of("zh-CN", "en-US", "ar-SA", "ar-SA"), manuscript.blocks().stream().map(Block::language).toList());
    }

    @Test
    void contentControlsOfMendeleyAreCitationsAndABibliography() throws Exception {
        String control = "<w:sdt><w:sdtPr><w:tag w:val=\"MENDELEY_%s\"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>";
        Docx document = new Docx()
                .paragraph(Docx.run("As said ") + control.formatted("CITATION_v3_eyJ", Docx.run("(Knuth 1984)")) + Docx.run("."))
                .body(control.formatted("BIBLIOGRAPHY", "<w:p>" + Docx.run("Knuth. 1984.") + "</w:p>"));
        Manuscript manuscript = read(document);
        assertEquals(
                List.of(new Placeholder(8, PlaceholderKind.CITATION, Placeholder.Role.PARENTHESIS, "(Knuth 1984)")),
                manuscript.blocks().getFirst().prose().placeholders());
        assertEquals(BlockKind.BIBLIOGRAPHY, manuscript.blocks().getLast().kind());
    }

    @Test
    void whatIsDamagedIsAProblemAndTheRestIsRead() throws Exception {
        Docx document = new Docx().paragraph(Docx.run("Whole.")).body("<w:p><w:r></w:p>").paragraph(Docx.run("Lost."));
        Manuscript manuscript = read(document);
        assertEquals(List.of("PARAGRAPH: Whole."), manuscript.blocks().stream().map(WordReaderTest::line).toList());
        assertTrue(manuscript.problems().getFirst().message().contains("/word/document.xml"), manuscript.problems().toString());
    }

    @Test
    void anErrorInsideAPieceOfTextIsAProblemToo() throws Exception {
        String damaged = "<w:p><w:r><w:t>" + "long text ".repeat(40) + " R&am; D</w:t></w:r></w:p>";
        Manuscript manuscript = read(new Docx().paragraph(Docx.run("Whole.")).body(damaged));
        assertEquals(List.of("PARAGRAPH: Whole."), manuscript.blocks().stream().map(WordReaderTest::line).toList());
        assertEquals(1, manuscript.problems().size());
    }

    @Test
    void anEmptyFileIsRefusedByName() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.docx"));
        assertTrue(refusal(empty).contains("empty.docx is not a Word document"), refusal(empty));
    }

    @Test
    void whatIsNoWordDocumentIsRefusedByName() throws Exception {
        Path text = Files.writeString(folder.resolve("text.docx"), "no document");
        Path old = Files.write(folder.resolve("old.docx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        assertTrue(refusal(text).contains("not a Word document"), refusal(text));
        assertTrue(refusal(old).contains("not a Word document"), refusal(old));
        assertTrue(refusal(folder.resolve("none.docx")).contains("no file"), refusal(folder.resolve("none.docx")));
    }

    @Test
    void nothingOutsideTheDocumentIsOpened() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String entity = "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        Path file = folder.resolve("xxe.docx");
        new Docx().paragraph(Docx.run("&x;")).write(file);
        var entries = Docx.entries(file);
        String text = Docx.text(file, "word/document.xml").replace("standalone=\"yes\"?>\r\n", "?>" + entity);
        entries.put("word/document.xml", text.getBytes(StandardCharsets.UTF_8));
        Docx.write(file, entries);
        Manuscript manuscript = new WordReader().read(file, OpenTexts.NONE, CancelToken.NEVER);
        assertTrue(manuscript.blocks().stream().noneMatch(block -> block.prose().text().contains("secret")));
        assertEquals(1, manuscript.problems().size());
    }

    @Test
    void deepNestingIsRefusedWithoutExhaustingTheStack() throws Exception {
        String deep = "<w:sdt><w:sdtContent>".repeat(20_000) + "</w:sdtContent></w:sdt>".repeat(20_000);
        Manuscript manuscript = read(new Docx().paragraph(Docx.run("Before.")).body(deep));
        assertEquals(List.of("PARAGRAPH: Before."), manuscript.blocks().stream().map(WordReaderTest::line).toList());
        assertEquals(1, manuscript.problems().size());
    }

    private String refusal(Path file) {
        return assertThrows(ManuscriptException.class, () -> new WordReader().read(file, OpenTexts.NONE, CancelToken.NEVER)).getMessage();
    }
}
