package org.scholion.corpora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CommentsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.EndnotesDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FootnotesDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.word.internal.WordReader;
import org.scholion.manuscript.word.internal.write.WordWriter;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** What is written into Word documents is as the schema of ECMA-376 says: a changed part has no kind of error that it had not before. */
class WordSchemaTest {

    private static final String SCHEMA = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static final int FEW_BLOCKS = 12;

    static {
        // its assertions walk over all of a document for each error
        WordSchemaTest.class.getClassLoader().setPackageAssertionStatus("org.apache.xmlbeans", false);
    }

    @TempDir
    private Path folder;

    @Test
    void theSchemaFindsWhatIsWrong() throws Exception {
        String wrong = "<w:document xmlns:w=\"" + SCHEMA + "\"><w:body><w:p><w:ins><w:t/></w:ins></w:p></w:body></w:document>";
        assertTrue(errors("word/document.xml", wrong.getBytes(StandardCharsets.UTF_8)).size() > 1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aChangeAnywhereIsValid(Mode mode) throws Exception {
        check(builtIn(folder.resolve("built-in.docx")), mode);
    }

    @TestFactory
    Stream<DynamicTest> aChangeOfARealDocumentAddsNoErrors() {
        return Corpora.wordDocuments().stream().map(document -> dynamicTest(String.valueOf(document.getFileName()), () -> {
            try {
                check(document, Mode.TRACKED_CHANGES_WITH_COMMENTS);
            } catch (ManuscriptException e) {
                // refused as a whole, with its name: nothing was written
                assertTrue(e.getMessage().contains(String.valueOf(document.getFileName())), e.getMessage());
            }
        }));
    }

    private void check(Path document, Mode mode) throws Exception {
        Path output = folder.resolve("out.docx");
        Manuscript manuscript = new WordReader().read(document, OpenTexts.NONE, CancelToken.NEVER);
        new WordWriter().write(manuscript, edits(manuscript, new Random(1)), Optional.of(output), mode, CancelToken.NEVER);
        Map<String, byte[]> before = entries(document);
        for (Map.Entry<String, byte[]> entry : entries(output).entrySet()) {
            byte[] old = before.get(entry.getKey());
            if (!Arrays.equals(old, entry.getValue())) {
                Set<String> added = errors(entry.getKey(), entry.getValue());
                added.removeAll(old == null ? Set.of() : errors(entry.getKey(), old));
                assertEquals(Set.of(), added, entry.getKey());
            }
        }
    }

    /** Changes in every fourth block, of short documents in every one. */
    private static List<SourceEdit> edits(Manuscript manuscript, Random random) {
        List<SourceEdit> edits = new ArrayList<>();
        for (Block block : manuscript.blocks()) {
            String text = block.prose().text();
            if (text.length() > 3 && (manuscript.blocks().size() < FEW_BLOCKS || random.nextInt(4) == 0)) {
                int start = random.nextInt(text.length());
                int end = Math.min(text.length(), start + random.nextInt(20));
                TextEdit edit = new TextEdit(new TextRange(start, end), random.nextInt(4) == 0 ? "" : "x<&\u00E9y");
                EditProjection.project(block.prose(), edit, manuscript.notation())
                        .ifPresent(own -> own.forEach(one -> edits.add(one.withNote("Because & so."))));
            }
        }
        return edits;
    }

    /** The kinds of errors in a part; none for parts of other schemas. */
    private static Set<String> errors(String name, byte[] part) throws XmlException, IOException {
        String text = new String(part, StandardCharsets.UTF_8);
        Set<String> errors = new TreeSet<>();
        if (name.startsWith("word/") && !name.contains("_rels") && text.contains(SCHEMA)) {
            List<XmlError> found = new ArrayList<>();
            parse(text.replaceAll("(?s)^.*?(<\\w*:?(document|comments|footnotes|endnotes|hdr|ftr)\\b).*", "$2"), part)
                    .validate(new XmlOptions().setErrorListener(found));
            found.forEach(error -> errors.add(error.getMessage()));
        }
        return errors;
    }

    private static XmlObject parse(String root, byte[] part) throws XmlException, IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(part);
        return switch (root) {
            case "document" -> DocumentDocument.Factory.parse(in);
            case "comments" -> CommentsDocument.Factory.parse(in);
            case "footnotes" -> FootnotesDocument.Factory.parse(in);
            case "endnotes" -> EndnotesDocument.Factory.parse(in);
            case "hdr" -> HdrDocument.Factory.parse(in);
            case "ftr" -> FtrDocument.Factory.parse(in);
            default -> throw new IllegalArgumentException(root);
        };
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    /** All places in which a run can stand. */
    private static Path builtIn(Path file) throws IOException {
        String run = "<w:r><w:rPr><w:b/></w:rPr><w:t>some words here</w:t><w:tab/><w:t>and there</w:t></w:r>";
        String[] around = {
            "%s", "<w:ins w:id=\"1\" w:author=\"Ada\">%s</w:ins>", "<w:hyperlink w:anchor=\"a\">%s</w:hyperlink>",
            "<w:smartTag w:element=\"e\">%s</w:smartTag>", "<w:sdt><w:sdtContent>%s</w:sdtContent></w:sdt>",
            "<w:moveTo w:id=\"2\" w:author=\"Ada\">%s</w:moveTo>", "<w:fldSimple w:instr=\"QUOTE x\">%s</w:fldSimple>", "<w:bdo w:val=\"rtl\">%s</w:bdo>",
            "<w:customXml w:element=\"e\">%s</w:customXml>"
        };
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 8 * around.length; i++) {
            body.append("<w:p>").append(around[i % around.length].formatted(run)).append("</w:p>");
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            put(out, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"" + TYPE + "document.main+xml\"/></Types>");
            put(out, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
                    + OFFICE + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            put(out, "word/document.xml", "<w:document xmlns:w=\"" + SCHEMA + "\"><w:body>" + body + "</w:body></w:document>");
        }
        return file;
    }

    private static void put(ZipOutputStream out, String name, String xml) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(xml.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
