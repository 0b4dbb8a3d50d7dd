package org.scholion.manuscript.latex.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.Revision;

/** Papers of several files, in several encodings. */
class FilesTest {

    private static final String HEAD = "\\documentclass{article}\n\\usepackage[english]{babel}\n\\begin{document}\n";
    private static final String FOOT = "\n\\end{document}\n";

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void begin() {
        project = new Project(folder);
    }

    @Test
    void inclusionsAreReadWhereTheyStand() {
        project.file("main.tex", HEAD + "One.\n\n\\input{parts/two}\n\n\\include{three}\n\n\\import{sub/}{four}\n\nSix." + FOOT)
                .file("parts/two.tex", "Two.").file("three.tex", "Three.").file("sub/four.tex", "Four.\n\n\\input{five}")
                .file("sub/five.tex", "Five.");
        Manuscript manuscript = project.read();
        assertEquals(List.of("One.", "Two.", "Three.", "Four.", "Five.", "Six."), manuscript.blocks().stream().map(Project::shown).toList());
        assertEquals(5, manuscript.sources().size());
        assertEquals("five.tex", manuscript.blocks().get(4).range().unit().path().getFileName().toString());
        assertEquals(List.of("parts/two", "three", "four", "five"), manuscript.structure().inclusions().stream().map(i -> i.name()).toList());
    }

    @Test
    void subfilesBringTheirOwnPreamble() {
        project.file("main.tex", "\\documentclass{book}\\usepackage{subfiles}\\newcommand{\\own}{a word}\n\\begin{document}\\subfile{sub/one}" + FOOT)
                .file("sub/one.tex", "\\documentclass[../main.tex]{subfiles}\n\\begin{document}\nText with \\own.\n\\end{document}\n");
        assertEquals(List.of("PARAGRAPH:Text with a word."), Project.blocks(project.read()));
        assertEquals(List.of("PARAGRAPH:Text with a word."), Project.blocks(project.read("sub/one.tex")));
        assertEquals(project.path("main.tex"), root("sub/one.tex"));
    }

    @Test
    void aParagraphRunsOverFiles() {
        project.file("main.tex", HEAD + "The value is \\input{value} metres." + FOOT).file("value.tex", "5.3%\n");
        assertEquals(List.of("PARAGRAPH:The value is 5.3 metres."), Project.blocks(project.read()));
    }

    @Test
    void theMainFileIsFound() {
        project.file("main.tex", HEAD + "\\input{chapters/one}" + FOOT).file("other.tex", HEAD + FOOT)
                .file("chapters/one.tex", "\\input{chapters/deep/two}").file("chapters/deep/two.tex", "x")
                .file("magic.tex", "% !TEX root = other.tex\nx").file("alone.tex", "x");
        assertEquals(project.path("main.tex"), root("chapters/one.tex"));
        assertEquals(project.path("main.tex"), root("chapters/deep/two.tex"));
        assertEquals(project.path("other.tex"), root("magic.tex"));
        assertEquals(project.path("alone.tex"), root("alone.tex"));
        assertEquals(project.path("main.tex"), root("main.tex"));
    }

    @Test
    void magicRootsThatNameEachOtherEnd() {
        project.file("a.tex", "% !TEX root = b.tex\n").file("b.tex", "% !TEX root = a.tex\n");
        assertTrue(List.of(project.path("a.tex"), project.path("b.tex")).contains(root("a.tex")));
    }

    @Test
    void missingAndCyclicFilesAreToldOnce() {
        project.file("main.tex", HEAD + "One.\n\\input{gone}\n\\input{gone}\n\\input{loop}\nTwo." + FOOT).file("loop.tex", "In.\n\\input{loop}\\input{main}\n");
        Manuscript manuscript = project.read();
        assertEquals(
                List.of("main.tex:5 The file gone was not found.", "loop.tex:2 The file loop includes itself; it was read once.",
                        "loop.tex:2 The file main includes itself; it was read once."),
                Project.problems(manuscript));
        assertEquals(List.of("PARAGRAPH:One. In. Two."), Project.blocks(manuscript));
    }

    @Test
    void encodings() {
        String text = "\\documentclass{article}\\usepackage[latin1]{inputenc}\\begin{document}\ncaf\u00e9 na\u00efve\n\\end{document}";
        project.file("main.tex", text, StandardCharsets.ISO_8859_1);
        assertRead("ISO-8859-1", false);
        project.file("main.tex", "\ufeff" + HEAD + "caf\u00e9 na\u00efve" + FOOT);
        assertRead("UTF-8", true);
        project.file("main.tex", "\ufeff" + HEAD + "caf\u00e9 na\u00efve" + FOOT, StandardCharsets.UTF_16LE);
        assertRead("UTF-16LE", true);
        project.file("main.tex", HEAD + "caf\u00e9 na\u00efve" + FOOT, Charset.forName("windows-1252"));
        Manuscript manuscript = project.read();
        assertEquals("caf\u00e9 na\u00efve", manuscript.blocks().getFirst().prose().text());
        assertEquals(List.of("main.tex:1 The file is not valid UTF-8; it was read as windows-1252."), Project.problems(manuscript));
    }

    private void assertRead(String charset, boolean mark) {
        Manuscript manuscript = project.read();
        assertEquals("caf\u00e9 na\u00efve", manuscript.blocks().getFirst().prose().text());
        assertEquals(charset, manuscript.sources().getFirst().charset().name());
        assertEquals(mark, manuscript.sources().getFirst().byteOrderMark());
        assertEquals(List.of(), Project.problems(manuscript));
    }

    @Test
    void anIncludedFileHasTheEncodingOfThePaper() {
        project.file("main.tex", "\\documentclass{article}\\usepackage[latin1]{inputenc}\\begin{document}\n\\input{part}" + FOOT, StandardCharsets.US_ASCII)
                .file("part.tex", "\u00fcber", StandardCharsets.ISO_8859_1);
        Manuscript manuscript = project.read();
        assertEquals("\u00fcber", manuscript.blocks().getFirst().prose().text());
        assertEquals(List.of(), Project.problems(manuscript));
    }

    @Test
    void theEditorsTextStandsAboveTheFile() throws Exception {
        project.file("main.tex", HEAD + "\\input{part}" + FOOT).file("part.tex", "On disk.");
        OpenTexts open = path -> path.equals(project.path("part.tex")) ? Optional.of(new OpenText("In the editor.", new Revision(7))) : Optional.empty();
        Manuscript manuscript = project.reader.read(project.path("main.tex"), open, CancelToken.NEVER);
        assertEquals("In the editor.", manuscript.blocks().getFirst().prose().text());
        assertEquals(new Revision(7), manuscript.source(project.path("part.tex")).orElseThrow().revision());
        assertEquals("On disk.", project.read().blocks().getFirst().prose().text());
    }

    @Test
    void aChangedFileIsReadAgain() {
        project.file("main.tex", HEAD + "One." + FOOT);
        assertEquals(List.of("PARAGRAPH:One."), Project.blocks(project.read()));
        project.file("main.tex", HEAD + "Other." + FOOT);
        assertEquals(List.of("PARAGRAPH:Other."), Project.blocks(project.read()));
    }

    @Test
    void bibliographies() {
        project.file("main.tex", HEAD + "Text \\cite{knuth}.\n\\bibliography{refs, gone}" + FOOT)
                .file("refs.bib", "@book{knuth, author = {Donald E. Knuth}, title = {The {\\TeX}book}, year = 1984, publisher = {Addison-Wesley}}\n");
        Manuscript manuscript = project.read();
        var entry = manuscript.structure().bibliography().getFirst();
        assertEquals(List.of("knuth", "book", "1984", "Addison-Wesley"), List.of(entry.key(), entry.type(), entry.year(), entry.venue()));
        assertEquals(List.of("Knuth, Donald E."), entry.authors());
        assertEquals("knuth", entry.range().range().of(manuscript.source(entry.range().unit()).orElseThrow().text()));
        assertEquals(List.of(true, false), manuscript.structure().bibliographyFiles().stream().map(file -> file.file().isPresent()).toList());
        assertEquals("refs.bib", manuscript.sources().getLast().unit().path().getFileName().toString());
    }

    @Test
    void aCompiledBibliographyStandsIn() {
        project.file("main.tex", HEAD + "Text \\cite{k}.\n\\bibliography{gone}" + FOOT)
                .file("main.bbl", "\\begin{thebibliography}{1}\n\\bibitem{k} A. Writer. A title.\n\\end{thebibliography}\n");
        assertEquals("k", project.read().structure().bibliography().getFirst().key());
    }

    @Test
    void whatIsNotTextIsRefused() throws Exception {
        Files.write(project.path("main.tex"), new byte[] {0, 1, 2, 3, 0, 0, 5, 6, 0, 1});
        ManuscriptException refused = assertThrows(
                ManuscriptException.class, () -> project.reader.read(project.path("main.tex"), OpenTexts.NONE, CancelToken.NEVER));
        assertTrue(refused.getMessage().contains("main.tex"), refused.getMessage());
        assertThrows(ManuscriptException.class, () -> project.reader.read(project.path("gone.tex"), OpenTexts.NONE, CancelToken.NEVER));
        Files.write(project.path("binary.tex"), new byte[] {0, 1, 2, 3, 0, 0, 5, 6, 0, 1});
        project.file("main.tex", HEAD + "One.\n\\input{binary}" + FOOT);
        assertEquals(List.of("main.tex:5 The file binary.tex is not a text file and was left out."), Project.problems(project.read()));
    }

    @Test
    void cancelledReadingEnds() {
        project.file("main.tex", HEAD + "a \\emph{b} ".repeat(20_000) + FOOT);
        assertThrows(CancelledException.class, () -> project.reader.read(project.path("main.tex"), OpenTexts.NONE, () -> true));
    }

    @Test
    void formats() {
        assertTrue(project.reader.reads(Path.of("a.tex")));
        assertTrue(project.reader.reads(Path.of("A.TEX")));
        assertFalse(project.reader.reads(Path.of("a.docx")));
    }

    private Path root(String name) {
        return project.reader.rootOf(project.path(name), OpenTexts.NONE);
    }
}
