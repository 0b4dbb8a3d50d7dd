package org.scholion.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.endtoend.Product.Result;

/** Word documents on the command line of the built product. */
class WordTest {

    private static final String PART = "word/document.xml";
    private static final String SENTENCE = "The results of the the first night are shown in the enviroment of the next section.";

    @TempDir
    Path folder;

    private Product scholion;

    @BeforeEach
    void setUp() throws Exception {
        scholion = Product.in(folder);
        write(folder.resolve("paper.docx"), SENTENCE);
    }

    @Test
    void theFindingsAreThoseOfTheSameTextInLatex() throws Exception {
        Papers.write(
                folder.resolve("paper.tex"),
                "\\documentclass{article}\n\\usepackage[american]{babel}\n\\begin{document}\n" + SENTENCE + "\n\\end{document}\n");
        List<String> word = findings("paper.docx");
        assertEquals(findings("paper.tex"), word);
        assertEquals(2, word.size(), word.toString());
    }

    private List<String> findings(String paper) throws Exception {
        Result result = scholion.run("check", "--format", "json", "--only", "spelling,grammar", "--fail-on", "error", paper);
        List<String> findings = new ArrayList<>();
        for (JsonNode finding : new ObjectMapper().readTree(result.out()).get("findings")) {
            findings.add(finding.get("rule").asText() + " " + finding.get("text").asText() + " " + finding.get("replacements"));
            if (paper.endsWith(".docx")) {
                assertEquals("/word/document.xml", finding.get("part").asText());
                assertEquals(0, finding.get("paragraph").asInt());
                assertEquals(0, finding.get("run").asInt());
                assertEquals(finding.get("offset").asInt(), finding.get("offsetInRun").asInt());
                assertEquals(finding.get("text").asText(), SENTENCE.substring(finding.get("offset").asInt()).substring(0, finding.get("length").asInt()));
            }
        }
        return findings;
    }

    @Test
    void fixWritesTrackedChangesToANewFile() throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve("paper.docx"));
        Result result = scholion.run("fix", "--all", "--yes", "--only", "spelling,grammar", "-o", "out.docx", "paper.docx");
        assertEquals(0, result.code(), result.err());
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("paper.docx")));
        String xml = text(folder.resolve("out.docx"), PART);
        assertTrue(xml.contains("<w:ins ") && xml.contains("<w:del ") && xml.contains("w:author=\"Scholion\""), xml);
        Result prose = scholion.run("prose", "out.docx");
        assertEquals("The results of the first night are shown in the environment of the next section.", prose.out().strip());
        assertEquals("", prose.err());
    }

    @Test
    void commentsGiveTheReasonsBesideTheTrackedChanges() throws Exception {
        Result result = scholion.run(
                "fix", "--all", "--yes", "--only", "spelling,grammar", "--track-changes", "--comments", "--format", "json", "-o", "out.docx",
                "paper.docx");
        assertEquals(0, result.code(), result.err());
        String xml = text(folder.resolve("out.docx"), PART);
        assertTrue(xml.contains("<w:ins ") && xml.contains("<w:commentReference "), xml);
        String comments = text(folder.resolve("out.docx"), "word/comments.xml");
        for (JsonNode finding : new ObjectMapper().readTree(result.out()).get("applied")) {
            String message = finding.get("message").asText().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
            assertTrue(comments.contains(message), comments);
        }
    }

    @Test
    void aBackupKeepsTheDocumentThatIsChangedInItsPlace() throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve("paper.docx"));
        Result result = scholion.run("fix", "--all", "--yes", "--backup", "--only", "spelling,grammar", "paper.docx");
        assertEquals(0, result.code(), result.err());
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("paper.backup.docx")));
        assertTrue(text(folder.resolve("paper.docx"), PART).contains("w:author=\"Scholion\""));
    }

    @Test
    void aDocumentInAnotherFormatIsReadOrTheMessageSaysWhatToInstall() throws Exception {
        Files.writeString(folder.resolve("paper.rtf"), "{\\rtf1\\ansi " + SENTENCE + "\\par}");
        Result result = scholion.run("prose", "paper.rtf");
        if (result.code() == 0) {
            assertEquals(SENTENCE, result.out().strip());
        } else {
            assertEquals(3, result.code(), result.err());
            assertTrue(result.err().contains("LibreOffice"), result.err());
        }
    }

    @Test
    void onlyOneWayOfWritingCanBeAskedFor() throws Exception {
        Result result = scholion.run("fix", "--plain", "--comments", "paper.docx");
        assertEquals(2, result.code());
        assertTrue(result.err().contains("--plain") && result.err().contains("--comments"), result.err());
    }

    @Test
    void aDamagedDocumentIsOneMessage() throws Exception {
        Files.write(folder.resolve("broken.docx"), new byte[] {'P', 'K', 3, 4, 0});
        Result result = scholion.run("check", "broken.docx");
        assertEquals(3, result.code(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains("broken.docx"), result.err());
    }

    private static void write(Path file, String sentence) throws IOException {
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
        entries.put("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"" + relations + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        entries.put(PART, "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:rPr>"
                + "<w:lang w:val=\"en-US\"/></w:rPr><w:t>" + sentence + "</w:t></w:r></w:p></w:body></w:document>");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }

    private static String text(Path file, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
