package org.scholion.ui.latex.internal.cite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

class CitationStyleTest {

    private static final Pattern CITATION = Pattern.compile("\\\\(\\w*cite\\w*\\*?)\\{([^}]*)\\}");

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "\\documentclass{article}; cite",
        "\\usepackage{natbib}; citep",
        "\\usepackage[round]{graphicx, natbib}; citep",
        "\\usepackage[style=apa]{biblatex}; autocite",
        "% \\usepackage{natbib}; cite",
        "\\usepackage{mynatbib}; cite",
    })
    void aPaperThatCitesNothingYetUsesTheCommandOfItsPackage(String text, String command) {
        assertEquals(command, CitationStyle.of(paper(text)).command());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "\\cite{a} \\cite{b} \\parencite{c}; cite",
        "\\cite{a} \\parencite{b} \\parencite{c}; parencite",
        "\\citep{a} \\cite{b}; citep",
        "\\citet{a} \\citet{b} \\citet{c} \\citep{d}; citep",
        "\\Citep{a} \\citep*{b} \\cite{c}; citep",
        "\\citet{a} \\usepackage{natbib}; citep",
    })
    void theCommandThatThePaperUsesMostForParenthesesIsUsed(String text, String command) {
        assertEquals(command, CitationStyle.of(paper(text)).command());
    }

    @Test
    void keysAreSeparatedAsThePaperDoesMostly() {
        assertEquals(", ", CitationStyle.of(paper("\\cite{a, b} \\cite{a, c} \\cite{b,c}")).separator());
        assertEquals(",", CitationStyle.of(paper("\\cite{a,b} \\cite{c}")).separator());
    }

    private static Manuscript paper(String text) {
        SourceUnit unit = new SourceUnit.TextFile(Path.of("paper.tex"));
        List<Citation> citations = new ArrayList<>();
        Matcher matcher = CITATION.matcher(text);
        while (matcher.find()) {
            List<Citation.Key> keys = new ArrayList<>();
            Matcher key = Pattern.compile("[^,\\s]+").matcher(text).region(matcher.start(2), matcher.end(2));
            while (key.find()) {
                keys.add(new Citation.Key(key.group(), new SourceRange(unit, new TextRange(key.start(), key.end()))));
            }
            citations.add(new Citation(
                    keys, matcher.group(1), true, new SourceRange(unit, new TextRange(matcher.start(), matcher.end()))));
        }
        Structure structure = new Structure(
                List.of(), List.of(), citations, List.of(), List.of(), List.of(), List.of(), List.of());
        SourceText source = new SourceText(unit, text, StandardCharsets.UTF_8, false, Revision.DISK);
        return new Manuscript(
                unit, "latex", "en", List.of(source), List.of(), structure, List.of(), List.of(), Manuscript.Notation.PLAIN);
    }
}
