package org.scholion.app.internal.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainFileTest {

    @TempDir
    Path folder;

    @Test
    void theFileWithTheDocumentClassIsTheMainFile() throws IOException {
        write("aaa.tex", "\\section{A}");
        write("study.tex", "% comment\n\\documentclass{article}");
        assertEquals(Optional.of(folder.resolve("study.tex")), MainFile.in(folder));
    }

    @Test
    void aUsualNameWinsOverOthers() throws IOException {
        write("aaa.tex", "\\documentclass{standalone}");
        write("paper.tex", "\\documentclass{article}");
        assertEquals(Optional.of(folder.resolve("paper.tex")), MainFile.in(folder));
    }

    @Test
    void theOnlyWordDocumentOfAFolderWithoutLatexIsThePaper() throws IOException {
        write("thesis.docx", "");
        write("~$thesis.docx", "");
        assertEquals(Optional.of(folder.resolve("thesis.docx")), MainFile.in(folder));
        write("other.docx", "");
        assertEquals(Optional.empty(), MainFile.in(folder));
        write("paper.tex", "\\documentclass{article}");
        assertEquals(Optional.of(folder.resolve("paper.tex")), MainFile.in(folder));
    }

    @Test
    void aFolderWithoutPapersHasNone() throws IOException {
        write("notes.txt", "\\documentclass{article}");
        assertEquals(Optional.empty(), MainFile.in(folder));
    }

    @Test
    void theTreeShowsWhatAWriterWorksWith() throws IOException {
        for (String name : List.of("paper.tex", "paper.aux", "paper.log", "refs.bib", ".hidden.tex", "Figure.PNG")) {
            write(name, "x");
        }
        Files.createDirectories(folder.resolve("sections"));
        Files.createDirectories(folder.resolve(".git"));
        assertEquals(
                List.of("sections", "Figure.PNG", "paper.tex", "refs.bib"),
                FileTree.children(folder).stream().map(path -> path.getFileName().toString()).toList());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
