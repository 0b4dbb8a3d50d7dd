package org.scholion.manuscript.latex.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;

/** What a reader of the paper sees in its paragraphs. */
class ProseTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void begin() {
        project = new Project(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\u0001', value = {
        "Caf\\'e na\\\"{\\i}ve gar\\c{c}on {\\o}re stra\\ss e => Café naïve garçon øre straße",
        "\\v{S}koda \\aa ngstr\\\"om \\L\\'od\\'z \\H{o} \\k{a} => Škoda ångström Łódź ő ą",
        "G{\\\"o}del and Erd{\\H o}s => Gödel and Erdős",
        "pages 1--2 --- well => pages 1–2 — well",
        "``quoted'' and `single' don't => “quoted” and ‘single’ don't",
        "Fig.~1 and 5\\,km a\\;b a\\quad b => Fig. 1 and 5 km a b a b",
        "5\\% of R\\&D \\#1 \\$5 a\\_b \\{x\\} => 5% of R&D #1 $5 a_b {x}",
        "dis\\-con\\-nected and\\slash or so\\ldots{} on => disconnected and/or so… on",
        "\\LaTeX{} and \\TeX\\ are => LaTeX and TeX are",
        "a \\textbf{bold \\emph{word}} b => a bold word b",
        "1\\textsuperscript{st} H\\textsubscript{2}O => 1st H2O",
        "CO$_2$ and 10$^{\\circ}$C and 2$^{nd}$ => CO₂ and 10°C and 2nd",
        "use \\verb|a_b{| and \\lstinline!x! and \\mintinline{c}{y} => use ▯ and ▯ and ▯",
        "the value $x$ is \\(y\\) => the value ▯ is ▯",
        "see \\url{http://a.b/c%20d} there => see ▯ there",
        "see \\href{http://a.b/c%20d}{the page} there => see the page there",
        "of \\SI{3}{\\metre} or \\num{4} or \\qty{5}{m} => of ▯ or ▯ or ▯",
        "\\textcolor{red}{shown} \\colorbox{blue}{words} => shown words",
        "\\iffalse hidden \\iftrue more \\fi still\\else shown\\fi. end => shown. end",
        "text\\footnote{A note.} goes on => text goes on",
        "text \\footnote{A note.}. Then => text. Then",
        "text\\label{x} goes \\index{k} on => text goes on",
        "caps \\MakeUppercase{a} b => caps a b",
        "a {\\it b} {\\bf c} \\textsc{d} e => a b c d e",
        "x?`y !`z => x¿y ¡z",
        "\\enquote{short one} here => “short one” here",
        "with \\gls{key} and \\ac{cnn} => with ▯ and ▯",
    })
    void notation(String source, String prose) {
        assertEquals(prose, project.prose("\\usepackage{x}", source));
    }

    @Test
    void lineEndsAreSpacesAndEmptyLinesEndParagraphs() {
        assertEquals("one two|three", project.prose("one\n  two\n \t\nthree"));
        assertEquals("one two|three", project.prose("one\r\n  two\r\n\r\nthree"));
        assertEquals("one two|three", project.prose("one\r  two\r\rthree"));
    }

    @Test
    void aCommentJoinsWhatItStandsBetween() {
        assertEquals("foobar baz qux", project.prose("foo% a comment\n   bar\n% another\nbaz % third\nqux"));
        assertEquals("one|two", project.prose("one% comment\n\ntwo"));
    }

    @Test
    void displayMathematicsStandsInTheSentence() {
        Manuscript manuscript = project.body("", "Thus\n\\begin{equation}\n  a = b, \\label{eq:a}\n\\end{equation}\nwhere \\[ c. \\] Then.");
        assertEquals(List.of("PARAGRAPH:Thus \u25af, where \u25af. Then.", "EQUATION:", "EQUATION:"), Project.blocks(manuscript));
        Prose prose = manuscript.blocks().getFirst().prose();
        assertEquals(PlaceholderKind.DISPLAY_MATH, prose.placeholders().getFirst().kind());
        assertEquals("eq:a", manuscript.structure().labels().getFirst().name());
        assertEquals("equation", manuscript.structure().labels().getFirst().environment());
    }

    @Test
    void citationsAreNounsOrParentheses() {
        Manuscript manuscript = project.body("", "As \\citet{a} and \\citep[see][p.~2]{b, c} say, in \\cite{d} and well \\cite{e}.");
        Prose prose = manuscript.blocks().getFirst().prose();
        assertEquals(
                List.of(Placeholder.Role.NOUN, Placeholder.Role.PARENTHESIS, Placeholder.Role.NOUN, Placeholder.Role.PARENTHESIS),
                prose.placeholders().stream().map(Placeholder::role).toList());
        assertEquals("[b, c]", prose.placeholders().get(1).display());
        assertEquals(List.of("a", "b", "c", "d", "e"), manuscript.structure().citations().stream()
                .flatMap(citation -> citation.keys().stream()).map(key -> key.name()).toList());
        String source = manuscript.sources().getFirst().text();
        manuscript.structure().citations().forEach(
                citation -> citation.keys().forEach(key -> assertEquals(key.name(), key.range().range().of(source))));
    }

    @Test
    void emphasisQuotationsAndLanguagesArePassages() {
        Manuscript manuscript = project.body(
                "\\usepackage[english]{babel}",
                "A \\emph{new term} and \\foreignlanguage{german}{ein Wort} and \\enquote{five words of somebody else here}.");
        Prose prose = manuscript.blocks().getFirst().prose();
        assertEquals(
                List.of("EMPHASIS new term", "LANGUAGE ein Wort", "QUOTATION five words of somebody else here"),
                prose.passages().stream().map(passage -> passage.kind() + " " + passage.range().of(prose.text())).toList());
        assertEquals("de", prose.passages().get(1).language());
    }

    @Test
    void languagesOfPaperAndPassages() {
        assertEquals("en-GB", project.body("\\usepackage[ngerman,british]{babel}", "x y").language());
        assertEquals("de-AT", project.body("\\usepackage[naustrian]{babel}", "x y").language());
        assertEquals("pt-BR", project.body("\\usepackage{polyglossia}\\setmainlanguage{brazilian}", "x y").language());
        assertEquals("en-GB", project.body("\\usepackage{polyglossia}\\setmainlanguage[variant=british]{english}", "x y").language());
        assertEquals("und", project.body("", "x y").language());
        assertEquals("en-GB", project.body("% !TEX spellcheck = en_GB", "x y").language());
        assertEquals("de-DE", project.body("% LTeX: language=de-DE", "x y").language());
        Manuscript manuscript = project.body(
                "\\usepackage[english]{babel}", "one two\n\n\\begin{otherlanguage}{french}trois quatre\\end{otherlanguage}\n\nfive"
                        + "\n\n% scholion: language=es\nseis");
        assertEquals(List.of("en", "fr", "en", "es"), manuscript.blocks().stream().map(block -> block.language()).toList());
    }

    @Test
    void germanShorthands() {
        assertEquals("„Wort“ schön Strasse-Name", project.prose("\\usepackage[ngerman]{babel}", "\"`Wort\"' sch\"on Strasse\"=Name"));
    }

    @Test
    void unknownCommandsLoseNoWordsAndLeaveNoKeys() {
        assertEquals("a \u25af word", project.prose("a \\unknown{key} word"));
        assertEquals("see several plain words here", project.prose("see \\unknown{several plain words} here"));
        assertEquals("text|more", project.prose("text\n\n\\setsomething{a=b}{c}\n\nmore"));
        assertEquals("the \u25af thing", project.prose("the \\unknown thing"));
    }

    @Test
    void codeInTheSentenceIsANoun() {
        assertEquals("Call \u25af to begin.", project.prose("Call \\texttt{foo\\_bar()} to begin."));
        Manuscript manuscript = project.body("", "Run\n\\begin{verbatim}\nls {$ %\n\\end{verbatim}\nto see. Done.\n\\begin{lstlisting}\nx\n\\end{lstlisting}\nNext.");
        assertEquals(
                List.of("PARAGRAPH:Run \u25af to see. Done.", "LISTING:", "LISTING:", "PARAGRAPH:Next."), Project.blocks(manuscript));
    }

    @Test
    void aWordOverMarkupMapsToItsPlaces() {
        Manuscript manuscript = project.body("", "An \\emph{un}likely word.");
        assertEquals("An unlikely word.", manuscript.blocks().getFirst().prose().text());
        assertTrue(manuscript.blocks().stream().allMatch(block -> block.kind() == BlockKind.PARAGRAPH));
    }
}
