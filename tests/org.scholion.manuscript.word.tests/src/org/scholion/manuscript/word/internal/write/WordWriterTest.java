package org.scholion.manuscript.word.internal.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.word.internal.Docx;
import org.scholion.manuscript.word.internal.WordReader;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

class WordWriterTest {

    private static final String PART = "word/document.xml";
    private static final String STAMP = "w:author=\"Scholion\" w:date=\"2026-01-02T03:04:05Z\"";

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

    private Manuscript read(Path path) throws Exception {
        return new WordReader().read(path, OpenTexts.NONE, CancelToken.NEVER);
    }

    /** Replaces words of the prose of the first block that holds them. */
    private static List<SourceEdit> replace(Manuscript manuscript, String words, String by) {
        for (Block block : manuscript.blocks()) {
            int at = block.prose().text().indexOf(words);
            if (at >= 0) {
                TextEdit edit = new TextEdit(TextRange.ofLength(at, words.length()), by);
                return EditProjection.project(block.prose(), edit, manuscript.notation()).orElseThrow();
            }
        }
        throw new AssertionError(words);
    }

    private String written(Docx document, String words, String by, Mode mode) throws Exception {
        Manuscript manuscript = read(document.write(file));
        assertEquals(List.of(output), writer.write(manuscript, replace(manuscript, words, by), Optional.of(output), mode, CancelToken.NEVER));
        return Docx.text(output, PART).replaceAll("(?s).*<w:body>(.*)</w:body>.*", "$1");
    }

    @Test
    void aTrackedChangeSplitsTheRunExactlyAtTheLettersAndKeepsItsFormat() throws Exception {
        Docx document = new Docx().body("<w:p w:rsidR=\"00AB\"><w:pPr><w:jc w:val=\"left\"/></w:pPr>"
                + "<w:r w:rsidR=\"00AC\"><w:rPr><w:b/></w:rPr><w:t>We recieve it.</w:t></w:r></w:p>");
        String run = "<w:r w:rsidR=\"00AC\"><w:rPr><w:b/></w:rPr>";
        assertEquals(
                "<w:p w:rsidR=\"00AB\"><w:pPr><w:jc w:val=\"left\"/></w:pPr>" + run + "<w:t xml:space=\"preserve\">We rec</w:t></w:r>"
                        + "<w:del w:id=\"1\" " + STAMP + ">" + run + "<w:delText xml:space=\"preserve\">ie</w:delText></w:r></w:del>"
                        + "<w:ins w:id=\"2\" " + STAMP + ">" + run + "<w:t xml:space=\"preserve\">ei</w:t></w:r></w:ins>"
                        + run + "<w:t xml:space=\"preserve\">ve it.</w:t></w:r></w:p>",
                written(document, "recieve", "receive", Mode.TRACKED_CHANGES));
    }

    @Test
    void aPlainChangeLeavesNoTrace() throws Exception {
        Docx document = new Docx().paragraph(Docx.run("A &lt; B and "));
        assertEquals(
                "<w:p><w:r><w:t xml:space=\"preserve\">A &lt; C and </w:t></w:r></w:p>",
                written(document, "B", "C", Mode.PLAIN));
    }

    @Test
    void aCommentProposesTheChangeAndTheTextStays() throws Exception {
        Docx document = new Docx().paragraph(Docx.run("We recieve it."));
        String xml = written(document, "recieve", "receive", Mode.COMMENTS);
        assertEquals(
                "<w:p><w:r><w:t xml:space=\"preserve\">We rec</w:t></w:r><w:commentRangeStart w:id=\"1\"/>"
                        + "<w:r><w:t xml:space=\"preserve\">ie</w:t></w:r><w:commentRangeEnd w:id=\"1\"/>"
                        + "<w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:t xml:space=\"preserve\">ve it.</w:t></w:r></w:p>",
                xml);
        assertEquals("We recieve it.", read(output).blocks().getFirst().prose().text());
        try (XWPFDocument independent = new XWPFDocument(Files.newInputStream(output))) {
            assertEquals("Change \u201Crecieve\u201D to \u201Creceive\u201D.", independent.getComments()[0].getText());
        }
    }

    @Test
    void aCommentSaysWhyAndWhat() throws Exception {
        Manuscript manuscript = read(new Docx().paragraph(Docx.run("The results is clear.")).write(file));
        List<SourceEdit> edits = replace(manuscript, "is", "are").stream()
                .map(edit -> edit.withNote("Subject and verb disagree. A plural subject has a plural verb."))
                .toList();
        writer.write(manuscript, edits, Optional.of(output), Mode.COMMENTS, CancelToken.NEVER);
        try (XWPFDocument independent = new XWPFDocument(Files.newInputStream(output))) {
            assertEquals(
                    "Subject and verb disagree. A plural subject has a plural verb.\nChange \u201Cis\u201D to \u201Care\u201D.",
                    independent.getComments()[0].getText());
        }
    }

    @Test
    void aTrackedChangeWithACommentStandsInWhatTheCommentIsAbout() throws Exception {
        Manuscript manuscript = read(new Docx().paragraph(Docx.run("One is cle") + Docx.run("ar, two is not.")).write(file));
        List<SourceEdit> edits = new ArrayList<>(replace(manuscript, "clear", "plain"));
        edits.set(0, edits.getFirst().withNote("A plainer word."));
        edits.addAll(replace(manuscript, "two", "three"));
        writer.write(manuscript, edits, Optional.of(output), Mode.TRACKED_CHANGES_WITH_COMMENTS, CancelToken.NEVER);
        String xml = Docx.text(output, PART);
        assertEquals("One is plain, three is not.", text(Revisions.decided(Docx.entries(output).get(PART), true)));
        assertEquals("One is clear, two is not.", text(Revisions.decided(Docx.entries(output).get(PART), false)));
        int begin = xml.indexOf("<w:commentRangeStart w:id=\"1\"/>");
        int end = xml.indexOf("<w:commentRangeEnd w:id=\"1\"/>");
        assertTrue(begin > 0 && begin < xml.indexOf("<w:del ") && xml.indexOf("<w:ins ") < end, xml);
        assertEquals(1, xml.split("commentReference", -1).length - 1, "a change without a note has no comment");
        try (XWPFDocument independent = new XWPFDocument(Files.newInputStream(output))) {
            assertEquals("A plainer word.", independent.getComments()[0].getText());
        }
    }

    @Test
    void aCommentGoesToThoseThatAreThere() throws Exception {
        Docx document = new Docx().part("comments", "<w:comment w:id=\"4\"><w:p>" + Docx.run("Mine.") + "</w:p></w:comment>")
                .paragraph(Docx.run("One two."));
        assertTrue(written(document, "One", "One and", Mode.COMMENTS).contains("commentReference w:id=\"5\""));
        assertTrue(Docx.text(output, "word/comments.xml").contains("Mine."));
        assertTrue(Docx.text(output, "word/comments.xml").contains("Insert \u201C and\u201D."));
        assertEquals(List.copyOf(Docx.entries(file).keySet()), List.copyOf(Docx.entries(output).keySet()));
    }

    @Test
    void commentsThatCannotBeReadAreNotReplaced() throws Exception {
        Docx document = new Docx().part("comments", "<w:comment w:id=\"4\"><w:p>" + Docx.run("Mine.") + "</w:p></w:comment>")
                .paragraph(Docx.run("wrnog"));
        Map<String, byte[]> entries = Docx.entries(document.write(file));
        String comments = "word/comments.xml";
        for (byte[] damaged : List.of(new byte[0], "<w:comments".getBytes(StandardCharsets.UTF_8), new byte[] {'<', (byte) 0xFF, '>'})) {
            entries.put(comments, damaged);
            Docx.write(file, entries);
            Manuscript manuscript = read(file);
            List<SourceEdit> edits = replace(manuscript, "wrnog", "wrong");
            ManuscriptException refused = assertThrows(
                    ManuscriptException.class,
                    () -> writer.write(manuscript, edits, Optional.of(output), Mode.COMMENTS, CancelToken.NEVER));
            assertTrue(refused.getMessage().contains("comments"), refused.getMessage());
            writer.write(manuscript, edits, Optional.of(output), Mode.TRACKED_CHANGES, CancelToken.NEVER);
            assertArrayEquals(damaged, Docx.entries(output).get(comments));
        }
    }

    @Test
    void aPartThatNothingNamesIsNotReplacedByComments() throws Exception {
        byte[] orphan = "<other/>".getBytes(StandardCharsets.UTF_8);
        Docx document = new Docx().entry("word/Comments.xml", orphan).paragraph(Docx.run("wrnog"));
        written(document, "wrnog", "wrong", Mode.COMMENTS);
        assertArrayEquals(orphan, Docx.entries(output).get("word/Comments.xml"));
        assertTrue(Docx.text(output, "word/comments2.xml").contains("Scholion"));
        try (XWPFDocument independent = new XWPFDocument(Files.newInputStream(output))) {
            assertEquals(1, independent.getComments().length);
        }
    }

    @Test
    void thePrefixesOfThePackageDoNotMatterToComments() throws Exception {
        Map<String, byte[]> entries = Docx.entries(new Docx().paragraph(Docx.run("wrnog")).write(file));
        String relations = Docx.text(file, "word/_rels/document.xml.rels").replaceAll("<Relationships xmlns=(.*)></Relationships>", "<r:Relationships xmlns:r=$1 />");
        String types = Docx.text(file, "[Content_Types].xml").replace("<Types xmlns=", "<t:Types xmlns:t=").replace("</Types>", "</t:Types>")
                .replace("<Default", "<t:Default").replace("<Override", "<t:Override");
        entries.put("word/_rels/document.xml.rels", relations.getBytes(StandardCharsets.UTF_8));
        entries.put("[Content_Types].xml", types.getBytes(StandardCharsets.UTF_8));
        Docx.write(file, entries);
        Manuscript manuscript = read(file);
        writer.write(manuscript, replace(manuscript, "wrnog", "wrong"), Optional.of(output), Mode.COMMENTS, CancelToken.NEVER);
        assertTrue(Docx.text(output, "word/_rels/document.xml.rels").startsWith(relations.substring(0, relations.indexOf("<r:"))));
        try (XWPFDocument independent = new XWPFDocument(Files.newInputStream(output))) {
            assertEquals(1, independent.getComments().length);
        }
    }

    @Test
    void aPartWithAnOddNameIsChangedInItsPlace() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Docx.entries(new Docx().paragraph(Docx.run("wrnog")).write(file)).forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8).replace("word/document.xml", "word/%C3%A9.xml");
            entries.put(name.replace("word/document.xml", "word/\u00e9.xml"), text.getBytes(StandardCharsets.UTF_8));
        });
        Docx.write(file, entries);
        Manuscript manuscript = read(file);
        writer.write(manuscript, replace(manuscript, "wrnog", "wrong"), Optional.of(output), Mode.PLAIN, CancelToken.NEVER);
        assertEquals(List.copyOf(entries.keySet()), List.copyOf(Docx.entries(output).keySet()));
        assertEquals("wrong", read(output).blocks().getFirst().prose().text());
    }

    @Test
    void whatStandsBetweenTheLettersStays() throws Exception {
        Docx document = new Docx().paragraph(Docx.run("a mis") + "<w:bookmarkStart w:id=\"7\" w:name=\"x\"/>"
                + "<w:r><w:t>take</w:t><w:lastRenderedPageBreak/><w:t>n word</w:t></w:r>");
        String xml = written(document, "mistaken", "wrong", Mode.TRACKED_CHANGES);
        assertTrue(xml.contains("<w:bookmarkStart w:id=\"7\" w:name=\"x\"/>"), xml);
        assertTrue(xml.contains("<w:lastRenderedPageBreak/>"), xml);
        assertFalse(xml.contains("<w:del w:id=\"8\" " + STAMP + "><w:r><w:lastRenderedPageBreak/>"), xml);
        assertEquals("a wrong word", read(output).blocks().getFirst().prose().text());
    }

    @Test
    void anInsertionInsideOneOfSomebodyElseStandsBetweenItsHalves() throws Exception {
        Docx document = new Docx().paragraph("<w:ins w:id=\"5\" w:author=\"Ada\">" + Docx.run("one two") + "</w:ins>");
        String xml = written(document, "one", "one and", Mode.TRACKED_CHANGES);
        assertEquals(
                "<w:p><w:ins w:id=\"5\" w:author=\"Ada\"><w:r><w:t xml:space=\"preserve\">one</w:t></w:r></w:ins>"
                        + "<w:ins w:id=\"6\" " + STAMP + "><w:r><w:t xml:space=\"preserve\"> and</w:t></w:r></w:ins>"
                        + "<w:ins w:id=\"7\" w:author=\"Ada\"><w:r><w:t xml:space=\"preserve\"> two</w:t></w:r></w:ins></w:p>",
                xml);
    }

    @Test
    void anInsertionOfSomebodyElseIsNotDividedInsideAnotherElement() throws Exception {
        Docx document = new Docx().paragraph(
                "<w:ins w:id=\"5\" w:author=\"Ada\"><w:smartTag>" + Docx.run("one two") + "</w:smartTag></w:ins>");
        written(document, "one", "one and", Mode.TRACKED_CHANGES);
        assertEquals(List.of(), read(output).problems());
        assertEquals("one and two", read(output).blocks().getFirst().prose().text());
    }

    @Test
    void paragraphsThatADeletedMarkJoinsAreChangedEachInItsPlace() throws Exception {
        String mark = "<w:pPr><w:rPr><w:del w:id=\"9\" w:author=\"Ada\"/></w:rPr></w:pPr>";
        Docx document = new Docx().paragraph(mark + Docx.run("We recieve al")).paragraph(Docx.run("l tres here."));
        Manuscript manuscript = read(document.write(file));
        Block block = manuscript.blocks().getFirst();
        assertEquals("We recieve all tres here.", block.prose().text());
        List<SourceEdit> edits = replace(manuscript, "recieve all tres", "receive all trees");
        writer.write(manuscript, edits, Optional.of(output), Mode.TRACKED_CHANGES, CancelToken.NEVER);
        byte[] part = Docx.entries(output).get(PART);
        assertEquals("We receive all trees here.", text(Revisions.decided(part, true)));
        assertEquals("We recieve all tres here.", text(Revisions.decided(part, false)));
        assertEquals(Revisions.structure(Docx.entries(file).get(PART)), Revisions.structure(Revisions.decided(part, false)));
        TextEdit across = new TextEdit(TextRange.ofLength(block.prose().text().indexOf("all"), 3), "some");
        assertEquals(Optional.empty(), EditProjection.project(block.prose(), across, manuscript.notation()));
    }

    @Test
    void changesOfARunAndOfTheBoxInItAreRefusedTogether() throws Exception {
        Docx document = new Docx().paragraph("<w:r><w:t>outer</w:t><w:pict><w:txbxContent><w:p>" + Docx.run("inner")
                + "</w:p></w:txbxContent></w:pict></w:r>");
        Manuscript manuscript = read(document.write(file));
        List<SourceEdit> edits = new ArrayList<>(replace(manuscript, "outer", "other"));
        edits.addAll(replace(manuscript, "inner", "another"));
        assertThrows(
                ManuscriptException.class,
                () -> writer.write(manuscript, edits, Optional.of(output), Mode.TRACKED_CHANGES, CancelToken.NEVER));
    }

    @Test
    void rejectingGivesTheTextAndStructureBackAndAcceptingTheCorrectedText() throws Exception {
        Docx document = new Docx().paragraph(Docx.run("The mo") + "<w:hyperlink w:anchor=\"x\">" + Docx.run("dle are") + "</w:hyperlink>" + Docx.run(" fast."));
        Manuscript manuscript = read(document.write(file));
        List<SourceEdit> edits = replace(manuscript, "modle are", "model is");
        writer.write(manuscript, edits, Optional.of(output), Mode.TRACKED_CHANGES, CancelToken.NEVER);
        byte[] before = Docx.entries(file).get(PART);
        byte[] part = Docx.entries(output).get(PART);
        assertEquals(Revisions.structure(before), Revisions.structure(Revisions.decided(part, false)));
        assertEquals("The modle are fast.", text(Revisions.decided(part, false)));
        assertEquals("The model is fast.", text(Revisions.decided(part, true)));
    }

    private String text(byte[] part) throws Exception {
        Map<String, byte[]> entries = Docx.entries(output);
        entries.put(PART, part);
        Path decided = folder.resolve("decided.docx");
        Docx.write(decided, entries);
        return read(decided).blocks().getFirst().prose().text();
    }

    @Test
    void partsWithoutAChangeStayByteForByte() throws Exception {
        byte[] odd = {0, 1, 2, (byte) 0xFF};
        Docx document = new Docx().part("settings", "<w:zoom   w:percent='100'/>").entry("word/media/odd.bin", odd)
                .paragraph(Docx.run("wrnog"));
        written(document, "wrnog", "wrong", Mode.TRACKED_CHANGES);
        Map<String, byte[]> before = Docx.entries(file);
        Map<String, byte[]> after = Docx.entries(output);
        assertEquals(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
        before.forEach((name, bytes) -> {
            if (!name.equals(PART)) {
                assertArrayEquals(bytes, after.get(name), name);
            }
        });
    }

    @Test
    void aFormulaIsNeverChanged() throws Exception {
        Docx document = new Docx().paragraph(Docx.run("a") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + Docx.run("b"));
        Manuscript manuscript = read(document.write(file));
        SourceUnit unit = manuscript.blocks().getFirst().range().unit();
        List<SourceEdit> edits = List.of(new SourceEdit(new SourceRange(unit, new TextRange(0, 3)), "y"));
        byte[] before = Files.readAllBytes(file);
        assertThrows(ManuscriptException.class, () -> writer.write(manuscript, edits, Optional.empty(), Mode.PLAIN, CancelToken.NEVER));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(Set.of("paper.docx"), names());
    }

    @Test
    void whatChangedSinceItWasReadIsRefused() throws Exception {
        Manuscript manuscript = read(new Docx().paragraph(Docx.run("wrnog")).write(file));
        List<SourceEdit> edits = replace(manuscript, "wrnog", "wrong");
        new Docx().paragraph(Docx.run("Something else.")).write(file);
        ManuscriptException refused = assertThrows(
                ManuscriptException.class,
                () -> writer.write(manuscript, edits, Optional.empty(), Mode.TRACKED_CHANGES, CancelToken.NEVER));
        assertTrue(refused.getMessage().contains("changed since it was read"), refused.getMessage());
    }

    @Test
    void anEntryThatIsMarkedAsEncryptedIsNotCopiedAsIfItWereNot() throws Exception {
        new Docx().entry("word/media/odd.bin", new byte[] {1, 2, 3}).paragraph(Docx.run("wrnog")).write(file);
        byte[] bytes = Files.readAllBytes(file);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        int header = raw.lastIndexOf("PK\u0001\u0002", raw.lastIndexOf("word/media/odd.bin"));
        bytes[header + 8] |= 1;
        Files.write(file, bytes);
        Manuscript manuscript = read(file);
        List<SourceEdit> edits = replace(manuscript, "wrnog", "wrong");
        ManuscriptException refused = assertThrows(
                ManuscriptException.class,
                () -> writer.write(manuscript, edits, Optional.empty(), Mode.TRACKED_CHANGES, CancelToken.NEVER));
        assertTrue(refused.getMessage().contains("odd.bin"), refused.getMessage());
        assertArrayEquals(bytes, Files.readAllBytes(file));
        assertEquals(Set.of("paper.docx"), names());
    }

    @Test
    void protectionIsHonoured() throws Exception {
        String tracked = "<w:documentProtection w:edit=\"trackedChanges\" w:enforcement=\"1\"/>";
        Docx document = new Docx().part("settings", tracked).paragraph(Docx.run("wrnog"));
        assertTrue(written(document, "wrnog", "wrong", Mode.TRACKED_CHANGES).contains("w:ins"));
        assertThrows(ManuscriptException.class, () -> written(document, "wrnog", "wrong", Mode.PLAIN));
        Docx fixed = new Docx().part("settings", tracked.replace("trackedChanges", "readOnly")).paragraph(Docx.run("wrnog"));
        assertThrows(ManuscriptException.class, () -> written(fixed, "wrnog", "wrong", Mode.TRACKED_CHANGES));
        Docx ended = new Docx().part("settings", tracked.replace("\"1\"", "\"0\"")).paragraph(Docx.run("wrnog"));
        assertTrue(written(ended, "wrnog", "wrong", Mode.PLAIN).contains(">wrong<"));
    }

    @Test
    void aSignatureIsNotBroken() throws Exception {
        Docx document = new Docx().paragraph(Docx.run("wrnog")).entry("_xmlsignatures/origin.bin", new byte[0])
                .relation("http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin", "_xmlsignatures/origin.bin");
        ManuscriptException refused =
                assertThrows(ManuscriptException.class, () -> written(document, "wrnog", "wrong", Mode.TRACKED_CHANGES));
        assertTrue(refused.getMessage().contains("signature"), refused.getMessage());
    }

    @Test
    void aDocumentThatIsOpenInWordGetsANewNameBesideIt() throws Exception {
        Manuscript manuscript = read(new Docx().paragraph(Docx.run("wrnog")).write(file));
        byte[] before = Files.readAllBytes(file);
        Files.createFile(folder.resolve("~$paper.docx"));
        List<Path> written = writer.write(
                manuscript, replace(manuscript, "wrnog", "wrong"), Optional.empty(), Mode.TRACKED_CHANGES, CancelToken.NEVER);
        assertEquals(List.of(folder.resolve("paper (Scholion).docx")), written);
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void inPlaceTheDocumentIsReplacedAndNothingIsLeftBesideIt() throws Exception {
        Manuscript manuscript = read(new Docx().paragraph(Docx.run("wrnog")).write(file));
        writer.write(manuscript, replace(manuscript, "wrnog", "wrong"), Optional.empty(), Mode.PLAIN, CancelToken.NEVER);
        assertEquals("wrong", read(file).blocks().getFirst().prose().text());
        assertEquals(Set.of("paper.docx"), names());
    }

    private Set<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return Set.copyOf(files.map(path -> path.getFileName().toString()).toList());
        }
    }
}
