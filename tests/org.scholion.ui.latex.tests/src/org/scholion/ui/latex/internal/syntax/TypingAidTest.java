package org.scholion.ui.latex.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingAidTest {

    /** The exclamation mark is the caret, before and after. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            \\emph!; {; \\emph{!}
            \\emph!x; {; \\emph{!x
            \\emph{a!}; }; \\emph{a}!
            \\a{\\b{x!}; }; \\a{\\b{x}!}
            \\cite!; [; \\cite[!]
            in !; [; in [!
            \\begin{figure}!; [; \\begin{figure}[!]
            a \\!; [; a \\[!\\]
            a \\!; (; a \\(!\\)
            a (!; (; a ((!
            a !; $; a $!$
            a $x!$; $; a $x$!
            a $x!; $; a $x$!
            a \\!; $; a \\$!
            say !; "; say ``!
            say ``yes!; "; say ``yes''!
            say ``!; "; say "!
            % note !; "; % note "!
            % note !; {; % note {!
            \\verb|!; {; \\verb|{!
            \\verb|a|!; {; \\verb|a|{!}
            """)
    void theOtherHalfIsWritten(String before, String typed, String after) {
        assertEquals(after, type(before, typed));
    }

    @Test
    void enterClosesTheEnvironmentThatTheLineOpens() {
        assertEquals("  \\begin{figure}[t]\n    !\n  \\end{figure}\n", type("  \\begin{figure}[t]!\n", "\n"));
        assertEquals("\\begin{itemize}\n  \\item !\n\\end{itemize}", type("\\begin{itemize}!", "\n"));
        assertEquals("\\begin{document}\n!\n\\end{document}", type("\\begin{document}!", "\n"));
    }

    @Test
    void enterLeavesAClosedEnvironmentAlone() {
        assertEquals("\\begin{a}\n!\n\\end{a}", type("\\begin{a}!\n\\end{a}", "\n"));
    }

    @Test
    void enterKeepsTheIndentation() {
        assertEquals("  a\n  !", type("  a!", "\n"));
    }

    @Test
    void straightQuotesStayWhereALanguageWritesWithThem() {
        assertEquals("\\usepackage[ngerman]{babel} Auto\"!", type("\\usepackage[ngerman]{babel} Auto!", "\""));
    }

    @Test
    void deletingAnEmptyPairTakesBoth() {
        assertTrue(TypingAid.deletesPair("a{}b", 2));
        assertTrue(TypingAid.deletesPair("$$", 1));
        assertFalse(TypingAid.deletesPair("{a}", 1));
        assertFalse(TypingAid.deletesPair("\\{}", 2));
    }

    private static String type(String marked, String typed) {
        int offset = marked.indexOf('!');
        String text = marked.replace("!", "");
        TypingAid.Typed result = TypingAid.type(text, offset, typed)
                .orElse(new TypingAid.Typed(org.scholion.text.TextRange.at(offset), typed, typed.length()));
        StringBuilder after = new StringBuilder(text);
        after.replace(result.replaced().start(), result.replaced().end(), result.text());
        return after.insert(result.replaced().start() + result.caret(), '!').toString();
    }
}
