package org.scholion.ui.latex.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Test
    void preambleSectionsEnvironmentsAndCommentsFold() {
        String text = """
                \\documentclass{article}
                \\title{T}
                \\begin{document}
                \\section{One}
                a
                \\subsection{Inner}
                \\begin{figure}
                  x
                \\end{figure}

                \\section{Two}
                % first
                % second
                % third
                b
                \\end{document}
                """;
        assertEquals(
                List.of("PREAMBLE 1-2", "ENVIRONMENT 7-9", "SECTION 6-9", "SECTION 4-9", "SECTION 11-15", "COMMENT 12-14"),
                shown(text));
    }

    @Test
    void whatStandsInCodeOrCommentsDoesNotFold() {
        assertEquals(
                List.of("ENVIRONMENT 1-4"),
                shown("\\begin{verbatim}\n\\section{a}\nb\n\\end{verbatim}\n% \\section{c}\nd\n"));
    }

    @Test
    void anEndWithoutBeginningIsNoFold() {
        assertEquals(List.of(), shown("\\end{a}\nb\n\\end{c}\n"));
    }

    @Test
    void theLastSectionRunsToTheEndOfTheText() {
        assertEquals(List.of("SECTION 1-3"), shown("\\section{a}\nb\nc\n\n"));
    }

    private static List<String> shown(String text) {
        return Folds.of(text).stream()
                .map(fold -> fold.kind() + " " + fold.firstLine() + "-" + fold.lastLine())
                .collect(Collectors.toList());
    }
}
