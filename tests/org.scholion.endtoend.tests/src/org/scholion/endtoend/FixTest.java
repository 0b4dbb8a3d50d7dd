package org.scholion.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.endtoend.Product.Result;

class FixTest {

    private static final String FIXED = Papers.PAPER
            .replace("\\emph{enviroment}", "\\emph{environment}")
            .replace("of the the first", "of the first");

    @TempDir
    Path folder;

    private Product scholion;

    @BeforeEach
    void setUp() throws Exception {
        scholion = Product.in(folder);
        Papers.write(folder.resolve("paper.tex"), Papers.PAPER);
    }

    @Test
    void withoutATerminalItShowsTheDifferenceOnly() throws Exception {
        Result result = scholion.run("fix", "--all", "paper.tex");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().startsWith("--- paper.tex\n+++ paper.tex\n@@ -"), result.out());
        assertTrue(result.out().contains("\n+The \\emph{environment} of the sensors"), result.out());
        assertTrue(result.err().contains("--yes"), result.err());
        assertEquals(Papers.PAPER, paper());
    }

    @Test
    void nothingElseInTheFileChanges() throws Exception {
        Result result = scholion.run("fix", "--all", "--yes", "--only", "spelling,grammar,consistency", "paper.tex");
        assertEquals(0, result.code(), result.err());
        assertEquals(FIXED, paper());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("paper.tex")), files.toList());
        }
    }

    @Test
    void encodingAndByteOrderMarkStay() throws Exception {
        byte[] latin = "\\documentclass{article}\n\\usepackage[latin1]{inputenc}\n\\begin{document}\nThe caf\u00e9 in this enviroment was colder than outside.\n\\end{document}\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("latin.tex"), latin);
        Result result = scholion.run("fix", "--all", "--yes", "--only", "spelling", "latin.tex");
        assertEquals(0, result.code(), result.err());
        String expected = new String(latin, StandardCharsets.ISO_8859_1).replace("enviroment", "environment");
        assertEquals(expected, new String(Files.readAllBytes(folder.resolve("latin.tex")), StandardCharsets.ISO_8859_1));
    }

    @Test
    void jsonTellsWhatWasDoneAndOutputKeepsThePaper() throws Exception {
        Result result = scholion.run("fix", "--all", "--yes", "--format", "json", "-o", "fixed.tex", "paper.tex");
        assertEquals(0, result.code(), result.err());
        JsonNode document = new ObjectMapper().readTree(result.out());
        assertTrue(document.get("applied").findValuesAsText("text").contains("enviroment"), result.out());
        assertEquals("fixed.tex", document.get("output").asText());
        assertEquals(Papers.PAPER, paper());
        assertTrue(Files.readString(folder.resolve("fixed.tex")).contains("\\emph{environment}"));
    }

    @Test
    void aWriteProtectedFileStaysAsItIs() throws Exception {
        Path paper = folder.resolve("paper.tex");
        assertTrue(paper.toFile().setReadOnly());
        assumeFalse(Files.isWritable(paper), "this user may write everything");
        Result result = scholion.run("fix", "--all", "--yes", "paper.tex");
        assertEquals(3, result.code(), result.err());
        assertTrue(result.err().contains("paper.tex"), result.err());
        assertEquals(Papers.PAPER, paper());
    }

    @Test
    void asManyLinesComeOutAsGoIn() throws Exception {
        Result result = scholion.runWithInput("She go to the school every day.\n\nThis is fine.\nNo line end", "fix", "--all", "--format", "text", "-");
        assertEquals(0, result.code(), result.err());
        List<String> lines = List.of(result.out().split("\n", -1));
        assertEquals(4, lines.size(), result.out());
        assertTrue(lines.get(0).startsWith("She goes "), lines.get(0));
        assertEquals(List.of("", "This is fine.", "No line end"), lines.subList(1, 4));
        assertEquals("", result.err());
    }

    @Test
    void optionsForWordAreRefused() throws Exception {
        Result result = scholion.run("fix", "--track-changes", "paper.tex");
        assertEquals(2, result.code());
        assertFalse(result.err().isBlank());
        assertEquals(Papers.PAPER, paper());
    }

    private String paper() throws Exception {
        return Files.readString(folder.resolve("paper.tex"));
    }
}
