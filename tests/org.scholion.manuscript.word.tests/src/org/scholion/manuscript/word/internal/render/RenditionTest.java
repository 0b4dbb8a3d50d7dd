package org.scholion.manuscript.word.internal.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.Passwords;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.RenderedLine.Alignment;
import org.scholion.manuscript.rendition.RenderedLine.Cell;
import org.scholion.manuscript.rendition.RenderedLine.Story;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.rendition.Span;
import org.scholion.manuscript.rendition.Span.Look;
import org.scholion.manuscript.rendition.TrackedChange;
import org.scholion.manuscript.word.internal.Docx;
import org.scholion.manuscript.word.internal.WordReader;
import org.scholion.text.CancelToken;
import org.scholion.text.Revision;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

class RenditionTest {

    private static final String FIELD = "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>";

    @TempDir
    private Path folder;

    private final WordReader reader = new WordReader();
    /** As an editor has it: only then its text is read. */
    private final AtomicReference<Rendition> shown = new AtomicReference<>();

    private Path file() {
        return folder.resolve("paper.docx");
    }

    private Rendition render(Docx document) throws Exception {
        shown.set(reader.read(document.write(file()), file(), CancelToken.NEVER));
        return shown.get();
    }

    private Manuscript edited(String text) throws Exception {
        OpenTexts open = path -> Optional.of(new OpenTexts.OpenText(text, new Revision(7)));
        return reader.read(file(), open, CancelToken.NEVER);
    }

    @Test
    void eachParagraphIsALineInTheOrderOfReading() throws Exception {
        Rendition rendition = render(new Docx().paragraph(Docx.run("One."))
                .body("<w:tbl><w:tr><w:tc><w:p>" + Docx.run("a") + "</w:p></w:tc><w:tc><w:p>" + Docx.run("b") + "</w:p></w:tc></w:tr></w:tbl>")
                .paragraph("<w:r><w:t>Two</w:t><w:br/><w:t>lines.</w:t></w:r>"));
        assertEquals("One.\na\tb\nTwo\u2028lines.", rendition.text());
        assertEquals(
                List.of(Optional.empty(), Optional.of(new Cell(0, 0, 0)), Optional.empty()),
                rendition.lines().stream().map(RenderedLine::cell).toList());
        assertEquals(BlockKind.TABLE_CELL, rendition.lines().get(1).kind());
    }

    @Test
    void cellsWithMuchInThemStandBelowOneAnother() throws Exception {
        String cell = "<w:tc><w:p>%s</w:p></w:tc>";
        String words = "many words in a cell ".repeat(3);
        Rendition wide = render(new Docx().body("<w:tbl><w:tr>" + cell.formatted(Docx.run(words)) + cell.formatted(Docx.run(words)) + "</w:tr></w:tbl>"));
        assertEquals(words + "\n" + words, wide.text());
        assertEquals(List.of(0, 1), wide.lines().stream().map(line -> line.cell().orElseThrow().column()).toList());
        Rendition two = render(new Docx().body("<w:tbl><w:tr><w:tc><w:p>" + Docx.run("a") + "</w:p><w:p>" + Docx.run("b") + "</w:p></w:tc>"
                + cell.formatted(Docx.run("c")) + "</w:tr></w:tbl>"));
        assertEquals("a\nb\nc", two.text());
    }

    @Test
    void everyCellOfARowIsABlockInItsOwnPlace() throws Exception {
        String cell = "<w:tc><w:p>%s</w:p></w:tc>";
        Rendition rendition = render(new Docx().body("<w:tbl><w:tr>" + cell.formatted(Docx.run("one")) + cell.formatted("")
                + cell.formatted(Docx.run("has") + "<w:r><w:tab/></w:r>" + Docx.run("tab")) + "</w:tr></w:tbl>"));
        assertEquals("one\t\thas\ttab", rendition.text());
        Manuscript manuscript = edited("ones\t\thas no\ttab");
        assertEquals(List.of("ones", "has no tab"), manuscript.blocks().stream().map(block -> block.prose().text()).toList());
        assertEquals(new TextRange(6, 16), manuscript.blocks().get(1).range().range());
        assertEquals(6, manuscript.blocks().get(1).prose().map().segments().getFirst().source().range().start());
    }

    @Test
    void spansTellHowLettersLookAndWhichCanBeChanged() throws Exception {
        String field = FIELD.formatted("begin") + "<w:r><w:instrText> PAGE </w:instrText></w:r>" + FIELD.formatted("separate")
                + Docx.run("7") + FIELD.formatted("end");
        Rendition rendition = render(new Docx().body("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + Docx.run("plain ")
                + "<w:r><w:rPr><w:b/><w:sz w:val=\"40\"/></w:rPr><w:t>bold</w:t></w:r>" + field + "</w:p>"));
        List<Span> spans = rendition.lines().getFirst().spans();
        assertEquals(Alignment.CENTRE, rendition.lines().getFirst().alignment());
        assertEquals(List.of(Set.of(), Set.of(Look.BOLD), Set.of()), spans.stream().map(Span::looks).toList());
        assertEquals(List.of(1f, 2f, 1f), spans.stream().map(Span::scale).toList());
        assertEquals(List.of(true, true, false), spans.stream().map(Span::editable).toList());
    }

    @Test
    void changesOfOthersAndMarksOfNotesShow() throws Exception {
        Rendition rendition = render(new Docx().paragraph(Docx.run("We ")
                        + "<w:del w:id=\"1\" w:author=\"Ada\" w:date=\"2026-01-02T03:04:05Z\"><w:r><w:delText>has</w:delText></w:r></w:del>"
                        + "<w:ins w:id=\"2\" w:author=\"Ada\"><w:r><w:t>have</w:t></w:r></w:ins>" + Docx.run(" it")
                        + "<w:r><w:footnoteReference w:id=\"5\"/></w:r>")
                .part("footnotes", "<w:footnote w:id=\"5\"><w:p>" + Docx.run("A note.") + "</w:p></w:footnote>"));
        List<Span> spans = rendition.lines().getFirst().spans();
        assertEquals("We hashave it1\n1  A note.", rendition.text());
        assertEquals(List.of(true, false, true, true, false), spans.stream().map(span -> span.source().isPresent()).toList());
        assertEquals(Optional.of(new TrackedChange("Ada", "2026-01-02T03:04:05Z")), spans.get(1).change());
        assertEquals(Set.of(Look.DELETED), spans.get(1).looks());
        assertEquals(Optional.of(new TrackedChange("Ada", "")), spans.get(2).change());
        assertEquals(new TextRange(3, 7), spans.get(2).source().orElseThrow().range());
        assertEquals(Set.of(Look.MARK, Look.SUPERSCRIPT), spans.get(4).looks());
        assertEquals(Story.NOTE, rendition.lines().get(1).story());
    }

    @Test
    void itemsOfListsAndHeadingsHaveTheirNumbers() throws Exception {
        String item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>" + Docx.run("x") + "</w:p>";
        String levels = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
                + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"3\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.%2)\"/></w:lvl>";
        String bullet = "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uF0B7\"/></w:lvl>";
        Rendition rendition = render(new Docx()
                .body(item.formatted(0, 1) + item.formatted(1, 1) + item.formatted(1, 1) + item.formatted(0, 1) + item.formatted(1, 1)
                        + item.formatted(0, 2) + item.formatted(0, 9))
                .part("numbering", "<w:abstractNum w:abstractNumId=\"4\">" + levels + "</w:abstractNum><w:abstractNum w:abstractNumId=\"5\">"
                        + bullet + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num><w:num w:numId=\"2\">"
                        + "<w:abstractNumId w:val=\"5\"/></w:num>"));
        assertEquals("1.  x\n1.c)  x\n1.d)  x\n2.  x\n2.c)  x\n\u2022  x\nx", rendition.text());
        assertEquals(Set.of(Look.MARK), rendition.lines().getFirst().spans().getFirst().looks());
        assertEquals("x", edited(rendition.text()).blocks().getFirst().prose().text());
    }

    @Test
    void paragraphsWithoutAMarkBetweenThemAreLinesOfOneBlock() throws Exception {
        Rendition rendition = render(new Docx()
                .body("<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"Ada\"/></w:rPr></w:pPr>" + Docx.run("One and ") + "</w:p>")
                .paragraph(Docx.run("two halfs.")));
        assertEquals("One and \ntwo halfs.", rendition.text());
        Manuscript manuscript = edited(rendition.text().replace("One", "Only one").replace("halfs", "three halfs"));
        assertEquals(List.of("Only one and two three halfs."), manuscript.blocks().stream().map(block -> block.prose().text()).toList());
        int halfs = manuscript.blocks().getFirst().prose().text().indexOf("halfs");
        assertEquals(
                "Only one and \ntwo three ".length(),
                manuscript.blocks().getFirst().prose().map().place(TextRange.ofLength(halfs, 5)).enclosing().range().start());
    }

    @Test
    void whatOnlyShowsIsNoProse() throws Exception {
        Rendition rendition = render(new Docx().paragraph(Docx.run("We ha")
                + "<w:del w:id=\"1\" w:author=\"Ada\"><w:r><w:delText>s</w:delText></w:r></w:del>" + Docx.run("ve to results.")));
        Block block = edited(rendition.text().replace("results", "good results")).blocks().getFirst();
        assertEquals("We have to good results.", block.prose().text());
        List<SourceEdit> edits = EditProjection.project(
                block.prose(), new TextEdit(new TextRange(8, 10), "two"), Manuscript.Notation.PLAIN).orElseThrow();
        assertEquals("We hasve ".length() + 1, edits.getFirst().range().range().start());
    }

    @Test
    void whatIsNoTextIsALineThatCannotBeChanged() throws Exception {
        String contents = "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
                + "<w:sdtContent><w:p>" + Docx.run("1 Introduction 3") + "</w:p></w:sdtContent></w:sdt>";
        String anchored = "<w:r><w:drawing><wp:anchor><wp:docPr id=\"1\" name=\"x\" descr=\"A map\"/></wp:anchor></w:drawing></w:r>";
        Rendition rendition = render(new Docx().body(contents).paragraph(Docx.run("Text.") + anchored).paragraph(""));
        assertEquals("\uFFFC\nText.\n\uFFFC\n", rendition.text());
        assertEquals(List.of(false, true, false, false), rendition.lines().stream().map(line -> line.spans().stream().anyMatch(Span::editable)).toList());
        assertEquals("A map", rendition.lines().get(2).spans().getFirst().thing().orElseThrow().display());
    }

    @Test
    void picturesAreFoundInThePackage() throws Exception {
        String inline = "<w:r><w:drawing><wp:inline><wp:extent cx=\"1270000\" cy=\"635000\"/><a:blip"
                + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:embed=\"p1\"/></wp:inline></w:drawing></w:r>";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"p1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/a.bin\"/></Relationships>";
        Rendition rendition = render(new Docx().paragraph(inline)
                .entry("word/_rels/document.xml.rels", relations.getBytes(StandardCharsets.UTF_8))
                .entry("word/media/a.bin", new byte[] {1, 2, 3}));
        var picture = rendition.lines().getFirst().spans().getFirst().thing().orElseThrow().picture().orElseThrow();
        assertEquals(100f, picture.width());
        assertEquals(50f, picture.height());
        assertEquals(3, reader.picture(file(), picture, Passwords.NONE, CancelToken.NEVER).length);
    }

    @Test
    void anEditedTextIsReadInItsOwnPlaces() throws Exception {
        Rendition rendition = render(new Docx().paragraph(Docx.run("First one."))
                .paragraph(Docx.run("A ") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + Docx.run(" has too sides."))
                .paragraph(Docx.run("Last one.")));
        String text = rendition.text().replace("First", "The first").replace("has too", "has truly too");
        Manuscript manuscript = edited(text);
        assertEquals(
                List.of("The first one.", "A \uFFFC has truly too sides.", "Last one."),
                manuscript.blocks().stream().map(block -> block.prose().text()).toList());
        Block second = manuscript.blocks().get(1);
        int too = second.prose().text().indexOf("too");
        List<SourceEdit> edits = EditProjection.project(
                second.prose(), new TextEdit(TextRange.ofLength(too, 3), "two"), manuscript.notation()).orElseThrow();
        TextRange place = edits.getFirst().range().range();
        assertEquals(text.indexOf("too"), place.start() - 1);
        assertEquals(new SourceUnit.TextFile(file()), edits.getFirst().range().unit());
        assertEquals(new Revision(7), manuscript.sources().getFirst().revision());
        assertEquals(text, manuscript.sources().getFirst().text());
    }

    @Test
    void aPlaceholderStaysOneWhenLettersOnBothSidesChange() throws Exception {
        String formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>";
        Rendition rendition = render(new Docx().paragraph(Docx.run("Let ") + formula + Docx.run(" be ") + formula + Docx.run(".")));
        Manuscript manuscript = edited(rendition.text().replace("Let", "Now let").replace(" be ", " stand for ").replace(".", "!"));
        assertEquals("Now let \uFFFC stand for \uFFFC!", manuscript.blocks().getFirst().prose().text());
        assertEquals(2, manuscript.blocks().getFirst().prose().placeholders().size());
    }

    @Test
    void aTextThatIsNoChangedFormIsRefused() throws Exception {
        Rendition rendition = render(new Docx().paragraph(Docx.run("One.")).paragraph(Docx.run("Two.")));
        String message = assertThrows(ManuscriptException.class, () -> edited("One.\nTwo.\nThree.")).getMessage();
        assertTrue(message.contains("paper.docx"), message);
        assertEquals(2, rendition.lines().size());
    }

    @Test
    void theBytesOfADocumentInATextEditorAreRefused() {
        new Docx().paragraph(Docx.run("One.")).write(file());
        String message = assertThrows(ManuscriptException.class, () -> edited("PK\u0003\u0004")).getMessage();
        assertTrue(message.contains("Word Document Editor"), message);
    }
}
