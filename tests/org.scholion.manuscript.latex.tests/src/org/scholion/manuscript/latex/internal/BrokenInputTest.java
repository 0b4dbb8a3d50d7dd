package org.scholion.manuscript.latex.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;

/** Input that is broken, deep or huge. */
class BrokenInputTest {

    private static final int DEEP = 10_000;

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void begin() {
        project = new Project(folder);
    }

    @Test
    void anUnclosedGroupIsToldAndTheRestIsRead() {
        Manuscript manuscript = project.body("", "\\section{One\n\nText \\emph{here.\n\nMore {text.\n\nThe end.");
        assertTrue(Project.texts(manuscript, BlockKind.PARAGRAPH).contains("The end."));
        assertEquals(List.of("HEADING:One", "PARAGRAPH:Text here.", "PARAGRAPH:More text.", "PARAGRAPH:The end."), Project.blocks(manuscript));
        assertEquals(List.of("main.tex:4 { begins here and does not end. The text behind it was read as if it had ended."), Project.problems(manuscript));
    }

    @Test
    void anUnclosedFormulaEndsWithItsParagraph() {
        Manuscript manuscript = project.body("", "The $x is.\n\nNext \\(y is.\n\n\\[z\n\nThe end.");
        assertEquals("The end.", Project.texts(manuscript, BlockKind.PARAGRAPH).getLast());
        assertEquals(3, manuscript.problems().size(), () -> Project.problems(manuscript).toString());
    }

    @Test
    void environmentsThatDoNotMatchAreTold() {
        Manuscript manuscript = project.body("", "\\begin{itemize}\\item a\n\\begin{center}b\n\\end{itemize}\n\\end{nothing}\nc");
        assertEquals("c", Project.texts(manuscript, BlockKind.PARAGRAPH).getLast());
        assertEquals(
                List.of("main.tex:5 \\begin{center} begins here and does not end. The text behind it was read as if it had ended.",
                        "main.tex:7 \\end{nothing} has no \\begin{nothing} before it."),
                Project.problems(manuscript));
    }

    @Test
    void anUnclosedListingIsTold() {
        Manuscript manuscript = project.body("", "One.\n\n\\begin{verbatim}\nx\n\nThe end.");
        assertTrue(Project.problems(manuscript).getFirst().startsWith("main.tex:6 \\begin{verbatim}"), () -> Project.problems(manuscript).toString());
        assertTrue(Project.texts(manuscript, BlockKind.PARAGRAPH).contains("The end."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "\\emph{", "\\footnote{", "\\begin{itemize}\\item ", "\\begin{quote}", "\\section{", "$\\text{", "\\textbf{{", "[", "\\item[",
        "\\caption{\\footnote{", "\\iftrue ", "\\begin{figure}", "\\begin{tabular}{l}", "\\unknown{two words ", "\\href{a}{", "\\'", "\\enquote{",
        "\\foreignlanguage{german}{", "\\begin{equation}", "\\[", "\\verb|", "\\newcommand{\\x}{", "\\def\\y#1{", "\\cite[", "\\begin{unknown}[", "\\input{"})
    void deepNestingEnds(String open) {
        String close = open.chars().filter(c -> c == '{').count() > open.chars().filter(c -> c == '}').count() ? "}" : "";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Manuscript closed = project.body("", "First.\n\n" + open.repeat(DEEP) + "deep" + close.repeat(DEEP) + "\n\nThe end.");
            assertTrue(closed.blocks().size() >= 1);
            Manuscript unclosed = project.body("", "First.\n\n" + open.repeat(DEEP) + "deep\n\nThe end.");
            assertEquals("First.", Project.shown(unclosed.blocks().getFirst()));
            assertTrue(unclosed.problems().size() < 20, () -> Project.problems(unclosed).toString());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\def\\y##{x}", "\\def\\y#", "\\newcommand", "\\let\\x", "\\begin", "\\end{", "\\verb", "\\lstinline", "\\input", "\\char`\\", "$^", "\\'",
        "\\SI{1}", "\\if", "\\ifnum1=", "\\href{a", "#", "\\csname", "\\cites", "\\enquote", "\\lstMakeShortInline", "\\item[", "^^", "\\foreignlanguage{x}"})
    void aFileMayEndAnywhere(String end) {
        project.file("main.tex", "First.\n\n" + end);
        assertEquals("First.", Project.shown(project.read().blocks().getFirst()));
    }

    @Test
    void aFileOfTwentyMegabytes() {
        String line = "Some \\emph{words} with $x^2$ and \\cite{a} and {groups}. ";
        String text = (line.repeat(8) + "\n\n").repeat(20_000_000 / (line.length() * 8 + 2));
        Manuscript manuscript = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> project.body("", text));
        assertTrue(manuscript.wordCount() > 1_000_000);
        assertEquals(List.of(), Project.problems(manuscript));
    }

    @Test
    void twentyMegabytesOfOpenedGroups() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> project.body("", "\\emph{a ".repeat(2_500_000)));
    }

    @Test
    void oneLineWithoutEnd() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> project.body("", "word ".repeat(1_000_000) + "$".repeat(100_001)));
    }
}
