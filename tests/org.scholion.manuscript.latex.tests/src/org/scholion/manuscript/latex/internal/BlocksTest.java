package org.scholion.manuscript.latex.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;

/** How a paper falls into blocks. */
class BlocksTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void begin() {
        project = new Project(folder);
    }

    private List<String> blocks(String body) {
        return Project.blocks(project.body("", body));
    }

    @Test
    void frontMatter() {
        assertEquals(
                List.of("TITLE:On things", "AUTHOR:A. Writer", "FOOTNOTE:A university", "ABSTRACT:We do.", "KEYWORDS:one, two", "HEADING:Introduction"),
                blocks("\\title[Things]{On things}\\author{A. Writer\\thanks{A university}}\\maketitle\n"
                        + "\\begin{abstract}We do.\\end{abstract}\\keywords{one, two}\\section{Introduction}").stream()
                        .filter(block -> !block.equals("TITLE:Things")).toList());
    }

    @Test
    void headingsHaveLevels() {
        Manuscript manuscript = project.body("", "\\part{A}\\chapter{B}\\section*{C}\\subsection[s]{D}\\paragraph{E} text");
        List<Integer> levels = manuscript.blocks().stream()
                .filter(block -> block.kind() == BlockKind.HEADING && block.prose().text().length() == 1 && !block.prose().text().equals("s"))
                .map(Block::level).toList();
        assertEquals(List.of(0, 1, 2, 3, 5), levels);
    }

    @Test
    void aFootnoteFollowsItsParagraph() {
        assertEquals(List.of("PARAGRAPH:One two three.", "FOOTNOTE:A note."), blocks("One two\\footnote{A note.} three."));
    }

    @Test
    void aFloatDoesNotDivideTheParagraphAroundIt() {
        assertEquals(
                List.of("PARAGRAPH:One two.", "CAPTION:What it shows."),
                blocks("One\n\\begin{figure}[t]\\centering\\includegraphics[width=\\textwidth]{f}\n"
                        + "\\caption{What it shows.}\\label{fig:f}\\end{figure}\ntwo."));
    }

    @Test
    void listsNest() {
        Manuscript manuscript = project.body("", "\\begin{itemize}\\item one\n\\begin{enumerate}\\item[(a)] two\\end{enumerate}\\item three\\end{itemize}");
        assertEquals(List.of("LIST_ITEM:one", "LIST_ITEM:two", "LIST_ITEM:three"), Project.blocks(manuscript));
        assertEquals(List.of(1, 2, 1), manuscript.blocks().stream().map(Block::level).toList());
    }

    @Test
    void eachCellIsABlock() {
        assertEquals(
                List.of("CAPTION:A table", "TABLE_CELL:Name", "TABLE_CELL:Both columns", "TABLE_CELL:a word"),
                blocks("\\begin{table}\\caption{A table}\\begin{tabular}{l@{ }p{3cm}}\\toprule Name & 12 \\\\[2pt]\\cmidrule(lr){1-2}\n"
                        + "\\multicolumn{2}{c}{Both columns}\\\\ 3.4 & a word\\\\\\bottomrule\\end{tabular}\\end{table}"));
    }

    @Test
    void quotationsTheoremsAndDrawings() {
        assertEquals(
                List.of("PARAGRAPH:Before.", "QUOTATION:Their words.", "PARAGRAPH:Name", "PARAGRAPH:Each thing is.", "LISTING:", "PARAGRAPH:After."),
                blocks("Before.\\begin{quote}Their words.\\end{quote}\\begin{theorem}[Name]\\label{t}Each thing is.\\end{theorem}\n"
                        + "\\begin{tikzpicture}\\node {words in it};\\end{tikzpicture}\n\nAfter."));
    }

    @Test
    void anAlgorithmKeepsItsCaption() {
        assertEquals(
                List.of("LISTING:", "CAPTION:How it works"),
                blocks("\\begin{algorithm}\\caption{How it works}\\label{alg:a}\\begin{algorithmic}\\State do things \\end{algorithmic}\\end{algorithm}")
                        .stream().sorted(java.util.Comparator.reverseOrder()).toList());
    }

    @Test
    void aCommentEnvironmentIsNotThere() {
        assertEquals(List.of("PARAGRAPH:seen"), blocks("\\begin{comment}not \\section{seen}\\end{comment} seen"));
    }

    @Test
    void nothingBehindTheEndIsRead() {
        assertEquals(List.of("PARAGRAPH:seen"), blocks("seen\\end{document} unseen"));
    }

    @Test
    void labelsHaveTitles() {
        Manuscript manuscript = project.body("", "\\section{A title}\\label{s}\\begin{table}\\label{early}\\caption{A caption}\\label{late}\\end{table}");
        assertEquals(
                List.of("s section A title", "early table A caption", "late table A caption"),
                manuscript.structure().labels().stream().map(l -> l.name() + " " + l.environment() + " " + l.title()).toList());
        assertEquals(List.of("early", "late"), manuscript.structure().floats().getFirst().labels());
    }

    @Test
    void aBibliographyInThePaper() {
        Manuscript manuscript = project.body("", "\\begin{thebibliography}{9}\\bibitem[A]{k} A. Writer. Title.\\end{thebibliography}");
        assertEquals(List.of("BIBLIOGRAPHY:A. Writer. Title."), Project.blocks(manuscript));
        assertEquals("k", manuscript.structure().bibliography().getFirst().key());
    }

    @Test
    void rangesHoldTheirMarkup() {
        Manuscript manuscript = project.body("", "\\section{One}\n\nText \\emph{here}.\n");
        String source = manuscript.sources().getFirst().text();
        assertEquals(
                List.of("\\section{One}", "Text \\emph{here}."),
                manuscript.blocks().stream().map(block -> block.range().range().of(source)).toList());
    }
}
