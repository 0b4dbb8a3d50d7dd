package org.scholion.manuscript.latex.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceMap.Origin;
import org.scholion.manuscript.SourceMap.Segment;

/** Commands and environments that a paper defines itself. */
class DefinitionsTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void begin() {
        project = new Project(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\u0001', value = {
        "\\newcommand{\\us}{our system} => We use \\us{} here => We use our system here",
        "\\newcommand\\us{our system\\xspace} => We use \\us here, \\us. => We use our system here, our system.",
        "\\newcommand{\\note}[2][x]{#2 (#1)} => A \\note[b]{word} and \\note{c} => A word (b) and c (x)",
        "\\def\\pair#1#2{#1 and #2} => \\pair{one}{two} => one and two",
        "\\def\\until#1.{<#1>} => \\until here. Then => <here> Then",
        "\\newcommand{\\old}{a}\\renewcommand{\\old}{b} => is \\old{} now => is b now",
        "\\providecommand{\\textbf}[1]{no}\\providecommand{\\own}{yes} => \\textbf{a} \\own => a yes",
        "\\let\\strong\\textbf => a \\strong{b} c => a b c",
        "\\newcommand{\\term}{\\emph} => a \\term{new word} c => a new word c",
        "\\newcommand{\\cit}{\\citep} => so \\cit[p. 2]{key} on => so ▯ on",
        "\\newcommand{\\R}{\\ensuremath{\\mathbb{R}}\\xspace} => in \\R we => in ▯ we",
        "\\NewDocumentCommand{\\foo}{s O{dflt} m}{\\IfBooleanTF{#1}{star}{plain} #2 #3} => \\foo*{x} and \\foo[y]{z} => star dflt x and plain y z",
        "\\NewDocumentCommand{\\foo}{m o}{#1\\IfValueT{#2}{, #2}} => \\foo{a}[b] \\foo{c} => a, b c",
        "\\DeclareMathOperator{\\tr}{tr} => the $\\tr$ of => the ▯ of",
        "\\newif\\ifdraft\\drafttrue => \\ifdraft yes\\else no\\fi => yes",
        "\\newif\\ifdraft => \\ifdraft yes\\else no\\fi => no",
        "\\newcommand{\\SI}{Supporting Information} => in the \\SI => in the Supporting Information",
        "\\newcommand{\\wrap}[1]{\\textbf{\\emph{#1}}} => \\wrap{\\wrap{in}} => in",
        "\\newcommand{\\be}{\\begin{equation}}\\newcommand{\\ee}{\\end{equation}} => Thus \\be x = y, \\ee where => Thus ▯, where",
        "\\newtheorem{thm}{Theorem} => \\begin{thm}All is. \\end{thm} => All is.",
        "\\newenvironment{remarkbox}[1]{\\begin{center}#1: }{ end\\end{center}} => \\begin{remarkbox}{Mind}this\\end{remarkbox} => Mind: this end",
        "\\newcommand{\\hs}{\\mintinline{haskell}} => the \\hs{f x} is => the ▯ is",
        "\\makeatletter\\def\\my@own#1{[#1]}\\newcommand{\\mine}{\\my@own{x}}\\makeatother => a \\mine{} b => a [x] b",
    })
    void definitions(String preamble, String source, String prose) {
        assertEquals(prose, project.prose(preamble, source));
    }

    @Test
    void wordsOfAMacroAreExpansionsAndItsArgumentsAreNot() {
        Manuscript manuscript = project.body("\\newcommand{\\foo}[1]{before #1 after}", "Go \\foo{inside} on.");
        Block block = manuscript.blocks().getFirst();
        String source = manuscript.sources().getFirst().text();
        assertEquals("Go before inside after on.", block.prose().text());
        for (Segment segment : block.prose().map().segments()) {
            String words = segment.prose().of(block.prose().text());
            String stands = segment.source().range().of(source);
            if (segment.origin() == Origin.EXPANSION) {
                assertEquals("\\foo", stands);
            } else {
                assertEquals(words, stands);
            }
        }
        assertTrue(block.prose().map().hasExpansion(new org.scholion.text.TextRange(3, 9)));
        assertFalse(block.prose().map().hasExpansion(new org.scholion.text.TextRange(10, 16)));
    }

    @Test
    void aBodyNeverBecomesBlocks() {
        Manuscript manuscript = project.body("\\newcommand{\\unused}{Some sentence that nobody calls.\\section{None}}", "Text.");
        assertEquals(List.of("PARAGRAPH:Text."), Project.blocks(manuscript));
    }

    @Test
    void commandsMayMakeBlocks() {
        Manuscript manuscript = project.body("\\newcommand{\\head}[2]{\\section{#1}\\label{#2}}", "\\head{A title}{sec:a} Text.");
        assertEquals(List.of("HEADING:A title", "PARAGRAPH:Text."), Project.blocks(manuscript));
        String source = manuscript.sources().getFirst().text();
        assertEquals("sec:a", manuscript.structure().labels().getFirst().range().range().of(source));
        assertEquals("\\head{A title}{sec:a}", manuscript.blocks().getFirst().range().range().of(source));
    }

    @Test
    void keysThatAMacroCompletesStandAtTheCall() {
        Manuscript manuscript = project.body("\\newcommand{\\secref}[1]{Section~\\ref{sec:#1}}", "See \\secref{one}.");
        assertEquals("See Section \u25af.", Project.shown(manuscript.blocks().getFirst()));
        assertEquals("sec:one", manuscript.structure().references().getFirst().name());
        String source = manuscript.sources().getFirst().text();
        assertEquals("\\secref{one}", manuscript.structure().references().getFirst().range().range().of(source));
    }

    @Test
    void definitionsOfALocalPackageCount() {
        project.file("own.sty", "\\ProvidesPackage{own}\n\\newcommand{\\brand}[1]{the \\textsc{#1} tool}\n\\endinput junk");
        assertEquals("With the x tool.", project.prose("\\usepackage{own}", "With \\brand{x}."));
    }

    @Test
    void ownVerbatimEnvironmentsAreIslands() {
        String preamble = "\\lstnewenvironment{code}{}{}\\newminted{haskell}{}\\newenvironment{wrapped}{\\VerbatimEnvironment\\begin{minted}{c}}{\\end{minted}}";
        Manuscript manuscript = project.body(preamble, "\\begin{code}\n{ $ x\n\\end{code}\n\\begin{haskellcode}\n{ %\n\\end{haskellcode}\n"
                + "\\begin{wrapped}\n}\n\\end{wrapped}\n\nText.");
        assertEquals(List.of("LISTING:", "LISTING:", "LISTING:", "PARAGRAPH:Text."), Project.blocks(manuscript));
        assertEquals(List.of(), Project.problems(manuscript));
    }

    @Test
    void acronymsAreDefinitions() {
        Manuscript manuscript = project.body(
                "\\newacronym{cnn}{CNN}{convolutional neural network}\\DeclareAcronym{gw}{short=GW, long={gravitational wave}}\\acrodef{ab}[AB]{a b}",
                "A \\gls{cnn}, a \\acl{gw}.");
        assertEquals(
                List.of("CNN=convolutional neural network", "GW=gravitational wave", "AB=a b"),
                manuscript.structure().definitions().stream().map(d -> d.name() + "=" + d.expansion()).toList());
        assertEquals(
                List.of("CNN", "gravitational wave"),
                manuscript.blocks().getFirst().prose().placeholders().stream().map(p -> p.display()).toList());
    }

    @Test
    void expansionBombsEnd() {
        String preamble = "\\def\\a{\\a\\a}\\def\\b{x\\c}\\def\\c{y\\b}\\newcommand{\\d}[1]{\\e{#1#1}}\\newcommand{\\e}[1]{\\f{#1#1}}\\newcommand{\\f}[1]{\\d{#1#1}}";
        Manuscript manuscript = project.body(preamble, "One \\a two.\n\nThree \\b four.\n\nFive \\d{xx} six.\n\nSeven.");
        List<String> paragraphs = Project.texts(manuscript, BlockKind.PARAGRAPH);
        assertEquals("One two.", paragraphs.getFirst());
        assertEquals("Seven.", paragraphs.getLast());
        assertEquals(3, manuscript.problems().size(), () -> Project.problems(manuscript).toString());
        assertTrue(manuscript.problems().stream().allMatch(problem -> problem.line() >= 4));
    }
}
