package org.scholion.manuscript.latex.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.latex.internal.write.LatexNotation;
import org.scholion.manuscript.latex.internal.write.LatexWriter;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** How changes come into the files. */
class WriterTest {

    @TempDir
    Path folder;

    private final LatexWriter writer = new LatexWriter();
    private Project project;

    @BeforeEach
    void begin() {
        project = new Project(folder);
    }

    /** The edit that replaces the first {@code from} in the prose. */
    private static List<SourceEdit> edits(Manuscript manuscript, String from, String to) {
        for (var block : manuscript.blocks()) {
            Prose prose = block.prose();
            int at = prose.text().indexOf(from);
            if (at >= 0) {
                return EditProjection.project(prose, new TextEdit(TextRange.ofLength(at, from.length()), to), manuscript.notation()).orElseThrow();
            }
        }
        throw new AssertionError("not in the prose: " + from);
    }

    private List<Path> write(Manuscript manuscript, List<SourceEdit> edits, Optional<Path> output) throws Exception {
        return writer.write(manuscript, edits, output, Mode.PLAIN, CancelToken.NEVER);
    }

    @Test
    void allElseStaysByteForByte() throws Exception {
        String text = "\ufeff\\documentclass{article}\r\n\\begin{document}\r\nAn \\emph{eror} here.\r\n\tTabs \r\n\\end{document}";
        project.file("main.tex", text);
        Manuscript manuscript = project.read();
        assertEquals(List.of(project.path("main.tex")), write(manuscript, edits(manuscript, "eror", "error"), Optional.empty()));
        assertArrayEquals(text.replace("eror", "error").getBytes(StandardCharsets.UTF_8), Files.readAllBytes(project.path("main.tex")));
    }

    @Test
    void theEncodingStays() throws Exception {
        String text = "\\documentclass{article}\\usepackage[latin1]{inputenc}\\begin{document}\ncaf\u00e9 eror\n\\end{document}";
        project.file("main.tex", text, StandardCharsets.ISO_8859_1);
        Manuscript manuscript = project.read();
        write(manuscript, edits(manuscript, "eror", "\u00e9rr\u0151r"), Optional.empty());
        assertEquals(text.replace("eror", "\u00e9rr\\H{o}r"), Files.readString(project.path("main.tex"), StandardCharsets.ISO_8859_1));
    }

    @Test
    void onlyChangedFilesAreWritten() throws Exception {
        project.file("main.tex", "\\documentclass{article}\\begin{document}One. \\input{part}\\end{document}").file("part.tex", "A eror.");
        var before = Files.getLastModifiedTime(project.path("main.tex"));
        Manuscript manuscript = project.read();
        assertEquals(List.of(project.path("part.tex")), write(manuscript, edits(manuscript, "A eror", "An error"), Optional.empty()));
        assertEquals("An error.", project.text("part.tex"));
        assertEquals(before, Files.getLastModifiedTime(project.path("main.tex")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count());
        }
    }

    @Test
    void anotherPlaceForTheOutput() throws Exception {
        project.file("main.tex", "\\documentclass{article}\\begin{document}A eror. \\input{sub/part}\\end{document}").file("sub/part.tex", "Another eror.");
        Manuscript manuscript = project.read();
        List<SourceEdit> edits = Stream.concat(
                edits(manuscript, "A eror", "An error").stream(), edits(manuscript, "Another eror", "Another error").stream()).toList();
        Path output = folder.resolve("out/fixed.tex");
        assertEquals(List.of(output, folder.resolve("out/sub/part.tex")), write(manuscript, edits, Optional.of(output)));
        assertTrue(Files.readString(output).contains("An error."));
        assertEquals("Another error.", Files.readString(folder.resolve("out/sub/part.tex")));
        assertEquals("Another eror.", project.text("sub/part.tex"));
    }

    @Test
    void aFileThatChangedSinceIsRefused() throws Exception {
        project.file("main.tex", "\\documentclass{article}\\begin{document}A eror.\\end{document}");
        Manuscript manuscript = project.read();
        List<SourceEdit> edits = edits(manuscript, "eror", "error");
        project.file("main.tex", "\\documentclass{article}\\begin{document}Others wrote.\\end{document}");
        ManuscriptException refused = assertThrows(ManuscriptException.class, () -> write(manuscript, edits, Optional.empty()));
        assertTrue(refused.getMessage().contains("changed on disk"), refused.getMessage());
        assertTrue(project.text("main.tex").contains("Others wrote."));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void permissionsStay() throws Exception {
        project.file("main.tex", "\\documentclass{article}\\begin{document}A eror.\\end{document}");
        Path file = project.path("main.tex");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Manuscript manuscript = project.read();
        write(manuscript, edits(manuscript, "eror", "error"), Optional.empty());
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void overlappingEditsAreRefused() {
        project.file("main.tex", "\\documentclass{article}\\begin{document}A eror.\\end{document}");
        Manuscript manuscript = project.read();
        SourceEdit edit = edits(manuscript, "eror", "error").getFirst();
        assertThrows(ManuscriptException.class, () -> write(manuscript, List.of(edit, edit), Optional.empty()));
    }

    @Test
    void plainTextInTheNotationOfThePaper() {
        project.file("main.tex", "\\documentclass{article}\\begin{document}``a'' -- b\\end{document}");
        var tex = LatexNotation.of(project.read().sources());
        assertEquals("5\\% R\\&D \\#1 \\$ a\\_b \\{\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}", tex.encode("5% R&D #1 $ a_b {} ~ ^ \\"));
        assertEquals("``a'' `b' it's 1--2 --- caf\u00e9~x", tex.encode("\u201ca\u201d \u2018b\u2019 it\u2019s 1\u20132 \u2014 caf\u00e9\u00a0x"));
        project.file("main.tex", "\\documentclass{article}\\begin{document}\u201ca\u201d \u2013 b\\end{document}");
        assertEquals("\u201ca\u201d 1\u20132", LatexNotation.of(project.read().sources()).encode("\u201ca\u201d 1\u20132"));
    }
}
