package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeServices;
import org.scholion.manuscript.ExternalProgram;

class ConvertCommandTest {

    private static final String PAPER = "\\documentclass{article}\n\\begin{document}\n\\section{Intro}\n\\input{part}\n\\end{document}\n";

    @TempDir
    Path folder;

    private FakeConsole console;

    @BeforeEach
    void setUp() throws Exception {
        console = new FakeConsole(folder, new FakeServices());
        Files.writeString(folder.resolve("paper.tex"), PAPER);
        Files.writeString(folder.resolve("part.tex"), "Some \\emph{plain} words about $E = mc^2$.\n");
    }

    @Test
    void theEndingsSayTheFormats() {
        assertEquals(2, console.run("convert", "paper.tex", "-o", "out.pdf"));
        assertTrue(console.err().contains(".docx") && console.err().contains("out.pdf"), console.err());
        assertEquals(2, console.run("convert", "paper.tex", "-o", "other.tex"));
        assertEquals(2, console.run("convert", "paper.tex"));
    }

    @Test
    void withoutPandocTheMessageSaysWhatToInstall() {
        assumeTrue(ExternalProgram.PANDOC.find().isEmpty(), "pandoc is installed");
        assertEquals(4, console.run("convert", "paper.tex", "-o", "out.docx"));
        assertTrue(console.err().contains("pandoc"), console.err());
    }

    @Test
    void aPaperBecomesADocumentAndAPaperAgain() throws Exception {
        needPandoc();
        assertEquals(0, console.run("convert", "paper.tex", "-o", "out.docx"), console.err());
        assertEquals(0, console.run("convert", "out.docx", "-o", "back.tex"), console.err());
        String back = Files.readString(folder.resolve("back.tex"));
        assertTrue(back.contains("\\section{Intro}") && back.contains("\\emph{plain} words about \\(E = mc^{2}\\)"), back);
        assertEquals(List.of("back.tex", "out.docx", "paper.tex", "part.tex"), files());
    }

    @Test
    void aFileThatIsThereIsNotReplacedUnasked() throws Exception {
        needPandoc();
        Files.writeString(folder.resolve("out.docx"), "mine");
        assertEquals(3, console.run("convert", "paper.tex", "-o", "out.docx"));
        assertTrue(console.err().contains("--yes"), console.err());
        assertEquals("mine", Files.readString(folder.resolve("out.docx")));
        assertEquals(0, console.run("convert", "--yes", "paper.tex", "-o", "out.docx"), console.err());
    }

    @Test
    void whatPandocDoesNotUnderstandIsOneMessageAndNoFile() throws Exception {
        needPandoc();
        Files.writeString(folder.resolve("broken.docx"), "no document");
        assertEquals(3, console.run("convert", "broken.docx", "-o", "out.tex"));
        assertTrue(console.err().contains("broken.docx"), console.err());
        assertEquals(List.of("broken.docx", "paper.tex", "part.tex"), files());
    }

    private static void needPandoc() {
        assumeTrue(ExternalProgram.PANDOC.find().isPresent(), "pandoc is not installed");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}
