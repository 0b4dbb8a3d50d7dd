package org.scholion.manuscript.word.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.word.internal.write.WordWriter;
import org.scholion.manuscript.word.internal.xml.XmlParts;
import org.scholion.manuscript.word.internal.xml.XmlSyntaxException;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** Documents that are huge, and such as were made to do harm, in the 2 GB that the tests have. */
class LimitsTest {

    private static final int MEGABYTE = 1 << 20;
    private static final String DOCUMENT = "word/document.xml";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void path() {
        file = folder.resolve("paper.docx");
    }

    private Manuscript read() throws Exception {
        return new WordReader().read(file, OpenTexts.NONE, CancelToken.NEVER);
    }

    /** The message with which a document is refused: one line that names the file, which stays as it is. */
    private String refusal() throws Exception {
        long before = checksum(file);
        String message = assertThrows(ManuscriptException.class, this::read).getMessage();
        assertTrue(message.contains("paper.docx"), message);
        assertEquals(1, message.lines().count(), message);
        assertEquals(before, checksum(file));
        try (var names = Files.list(folder)) {
            assertEquals(List.of(file), names.toList());
        }
        return message;
    }

    private static long checksum(Path path) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(path));
        return sum.getValue();
    }

    /** A document in which one entry is so many bytes long. */
    private void writeWithLongEntry(String name, int level, String beginning, String repeated, long length, String end) throws IOException {
        Map<String, byte[]> entries = Docx.entries(new Docx().paragraph(Docx.run("The wrnog end.")).write(file));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.setLevel(level);
            entries.put(name, new byte[0]);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                if (entry.getKey().equals(name)) {
                    out.write(beginning.getBytes(StandardCharsets.UTF_8));
                    repeat(out, repeated, length);
                    out.write(end.getBytes(StandardCharsets.UTF_8));
                } else {
                    out.write(entry.getValue());
                }
                out.closeEntry();
            }
        }
    }

    private static void repeat(OutputStream out, String repeated, long length) throws IOException {
        byte[] some = repeated.repeat(MEGABYTE / repeated.length()).getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < length; written += some.length) {
            out.write(some);
        }
    }

    @Test
    void aPartThatPacksToNearlyNothingIsRefused() throws Exception {
        writeWithLongEntry(DOCUMENT, Deflater.BEST_COMPRESSION, "<a>", " ", 300L * MEGABYTE, "</a>");
        assertTrue(Files.size(file) < MEGABYTE);
        assertTrue(refusal().contains("bomb"), refusal());
    }

    @Test
    void aPartThatIsTooLongIsRefusedHoweverItIsPacked() throws Exception {
        writeWithLongEntry(DOCUMENT, Deflater.NO_COMPRESSION, "<a>", " ", 161L * MEGABYTE, "</a>");
        assertTrue(refusal().contains("160"), refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "docProps/core.xml"})
    void aDirectoryOfThePackageThatIsTooLongIsRefusedBeforeItIsRead(String name) throws Exception {
        writeWithLongEntry(name, Deflater.BEST_SPEED, "<a>", "<b c=\"d\"/>", 20L * MEGABYTE, "</a>");
        assertTrue(refusal().contains(name), refusal());
    }

    @Test
    void oneElementWithMillionsInsideIsNotTakenIntoMemory() {
        String huge = "<w:document xmlns:w=\"urn:w\"><w:tbl>" + "<w:r/>".repeat(1_100_000) + "</w:tbl></w:document>";
        assertThrows(XmlSyntaxException.class, () -> new XmlParts().read(huge, Set.of(), element -> {
            // never comes here
            throw new AssertionError(element.name());
        }, CancelToken.NEVER));
    }

    @Test
    void aDocumentOfTenThousandPagesIsReadAndChanged() throws Exception {
        String letters = "In the second year the stations were read by the same observers, so that the series is of one piece. ";
        String paragraph = "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>" + Docx.run(letters.repeat(3)).repeat(3) + "</w:p>";
        int paragraphs = 30_000;
        writeWithLongEntry(
                DOCUMENT, Deflater.BEST_SPEED,
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + paragraph.repeat(paragraphs),
                " ", 0, "<w:p>" + Docx.run("The wrnog end.") + "</w:p></w:body></w:document>");
        Manuscript manuscript = read();
        assertEquals(paragraphs + 1, manuscript.blocks().size());
        write(manuscript);
        assertTrue(Docx.text(folder.resolve("out.docx"), DOCUMENT).endsWith("wrong end.</w:t></w:r></w:p></w:body></w:document>"));
    }

    @Test
    void aDocumentWithAPictureOfAHundredMegabytesIsChanged() throws Exception {
        writeWithLongEntry("word/media/image.bin", Deflater.NO_COMPRESSION, "", "pixels", 100L * MEGABYTE, "");
        write(read());
        try (ZipFile before = new ZipFile(file.toFile()); ZipFile after = new ZipFile(folder.resolve("out.docx").toFile())) {
            assertEquals(before.stream().map(ZipEntry::getName).toList(), after.stream().map(ZipEntry::getName).toList());
            ZipEntry picture = before.getEntry("word/media/image.bin");
            ZipEntry copy = after.getEntry("word/media/image.bin");
            assertEquals(picture.getCrc(), copy.getCrc());
            assertEquals(picture.getCompressedSize(), copy.getCompressedSize());
        }
    }

    private void write(Manuscript manuscript) throws Exception {
        Block last = manuscript.blocks().getLast();
        TextEdit edit = new TextEdit(TextRange.ofLength(last.prose().text().indexOf("wrnog"), 5), "wrong");
        List<SourceEdit> edits = EditProjection.project(last.prose(), edit, manuscript.notation()).orElseThrow();
        new WordWriter().write(manuscript, edits, Optional.of(folder.resolve("out.docx")), Mode.PLAIN, CancelToken.NEVER);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.6, 0.95, 0.999})
    void aTruncatedDocumentIsRefused(double share) throws Exception {
        byte[] noise = new byte[20_000];
        new Random(2).nextBytes(noise);
        byte[] whole = Files.readAllBytes(new Docx().entry("word/media/a.bin", noise).paragraph(Docx.run("Text.")).write(file));
        Files.write(file, Arrays.copyOf(whole, (int) (whole.length * share)));
        refusal();
    }

    /** Replaces something in an entry of a document with a header. */
    private void writeChanged(String entry, String what, String by) {
        Docx document = new Docx().part("header", "<w:p>" + Docx.run("Head.") + "</w:p>").paragraph(Docx.run("Text."));
        Map<String, byte[]> entries = new LinkedHashMap<>(Docx.entries(document.write(file)));
        String text = Docx.text(file, entry);
        assertTrue(text.contains(what), text);
        entries.put(entry, text.replace(what, by).getBytes(StandardCharsets.UTF_8));
        Docx.write(file, entries);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "application/xml", "image/png", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "nonsense", ""
    })
    void anotherContentTypeOfTheMainPartIsRefused(String type) throws Exception {
        writeChanged("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", type);
        refusal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../etc/passwd", "file:///etc/passwd", "missing.xml", "//server/share/document.xml", "%"})
    void aMainPartThatIsNotInThePackageIsRefused(String target) throws Exception {
        writeChanged("_rels/.rels", "word/document.xml", target);
        refusal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../etc/passwd", "missing.xml", "/word/none/../missing.xml"})
    void aPartThatIsNotInThePackageIsAProblemAndTheRestIsRead(String target) throws Exception {
        writeChanged("word/_rels/document.xml.rels", "header.xml", target);
        Manuscript manuscript = read();
        assertEquals(List.of("Text."), texts(manuscript));
        assertEquals(1, manuscript.problems().size(), manuscript.problems().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"document.xml", "_rels/document.xml.rels"})
    void relationsThatLeadBackAreNotFollowed(String target) throws Exception {
        writeChanged("word/_rels/document.xml.rels", "Target=\"header.xml\"", "Target=\"" + target + "\"");
        assertEquals(List.of("Text."), texts(read()));
    }

    @Test
    void aPartThatIsNamedTwiceIsReadOnce() throws Exception {
        String relation = "<Relationship Id=\"again\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"header.xml\"/>";
        writeChanged("word/_rels/document.xml.rels", "</Relationships>", relation + "</Relationships>");
        assertEquals(List.of("Text.", "Head."), texts(read()));
    }

    @Test
    void stylesThatAreBasedOnEachOtherAndNotesInThemselvesEnd() throws Exception {
        String mark = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
        new Docx().part("styles", "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>")
                .part("footnotes", "<w:footnote w:id=\"1\"><w:p>" + Docx.run("Note.") + mark + "</w:p></w:footnote>")
                .paragraph("<w:pPr><w:pStyle w:val=\"A\"/></w:pPr>" + Docx.run("Text.") + mark)
                .write(file);
        assertEquals(List.of("Text.", "Note."), texts(read()));
    }

    @Test
    void anEntryWithAPathOutOfThePackageIsCopiedAndNeverUnpacked() throws Exception {
        byte[] evil = {1, 2, 3};
        new Docx().entry("../../evil.xml", evil).paragraph(Docx.run("The wrnog end.")).write(file);
        write(read());
        assertArrayEquals(evil, Docx.entries(folder.resolve("out.docx")).get("../../evil.xml"));
        try (var names = Files.list(folder)) {
            assertEquals(Set.of(file, folder.resolve("out.docx")), Set.copyOf(names.toList()));
        }
    }

    private static List<String> texts(Manuscript manuscript) {
        return manuscript.blocks().stream().map(block -> block.prose().text()).toList();
    }
}
