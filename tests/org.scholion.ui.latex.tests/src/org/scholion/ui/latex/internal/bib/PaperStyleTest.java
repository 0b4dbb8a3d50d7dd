package org.scholion.ui.latex.internal.bib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;

class PaperStyleTest {

    private static final SourceUnit MAIN = new SourceUnit.TextFile(Path.of("main.tex"));

    private static Manuscript paper(String text, Citation... citations) {
        Structure structure = new Structure(
                List.of(), List.of(), List.of(citations), List.of(), List.of(), List.of(), List.of(), List.of());
        SourceText source = new SourceText(MAIN, text, StandardCharsets.UTF_8, false, Revision.DISK);
        return new Manuscript(
                MAIN, "latex", "en", List.of(source), List.of(), structure, List.of(), List.of(), Manuscript.Notation.PLAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\bibliographystyle{IEEEtran}                             | ieee
            \\bibliographystyle {apalike} % a note                    | apa
            % \\bibliographystyle{apalike}                            | none
            \\usepackage[backend=biber, style=apa]{biblatex}          | apa
            \\usepackage[style = nature,maxnames=3]{biblatex}         | nature
            \\usepackage[style=apa]{tikz}                             | none
            \\ExecuteBibliographyOptions{sorting=none, style=nature}  | nature
            \\bibliographystyle{ourown}                               | none
            """)
    void theStyleIsTheOneThatThePaperNames(String text, String style) {
        assertEquals(style, PaperStyle.of(paper("x\n" + text + "\n")).orElse("none"));
    }

    @Test
    void onlyTheKeysThatChangedAreRenamedEachPlaceOnce() {
        String text = "\\cite{a,b} and \\cite{a}";
        Citation both = new Citation(List.of(key("a", 6), key("b", 8)), "cite", true, range(0, 10));
        Citation one = new Citation(List.of(key("a", 21)), "cite", true, range(15, 23));
        Manuscript paper = paper(text, both, one);

        CitationRenaming renaming = CitationRenaming.of(List.of(paper, paper), Map.of("a", "c", "x", "y"));

        assertEquals(2, renaming.count());
        assertEquals(
                List.of(range(6, 7), range(21, 22)),
                renaming.places().get(MAIN.path()).stream().map(CitationRenaming.Place::range).toList());
        assertEquals(Optional.empty(), PaperStyle.of(paper));
    }

    private static Citation.Key key(String name, int place) {
        return new Citation.Key(name, range(place, place + name.length()));
    }

    private static SourceRange range(int start, int end) {
        return new SourceRange(MAIN, new TextRange(start, end));
    }
}
