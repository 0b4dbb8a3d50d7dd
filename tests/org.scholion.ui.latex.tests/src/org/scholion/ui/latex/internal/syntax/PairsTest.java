package org.scholion.ui.latex.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTest {

    /** The exclamation mark stands before the half that is known, the caret before the other one. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            a !{b {c} d^} e
            a ^{b {c} d!} e
            !{ \\} ^}
            \\cite![a^]{b}
            \\cite^[a!]{b}
            !\\begin{a} \\begin{a} \\end{a} ^\\end{a}
            ^\\begin{a} \\begin{a} \\end{a} !\\end{a}
            !\\begin{a} \\begin{b} ^\\end{a} \\end{b}
            """)
    void bothHalvesAreFound(String marked) {
        String text = marked.replaceAll("[!^]", "");
        boolean first = marked.indexOf('!') < marked.indexOf('^');
        int known = marked.indexOf('!') - (first ? 0 : 1);
        int other = marked.indexOf('^') - (first ? 1 : 0);
        Pairs.Pair pair = Pairs.at(text, known).orElseThrow();
        assertEquals(Math.min(known, other), pair.open().start());
        assertEquals(Math.max(known, other), pair.close().start());
    }

    @Test
    void aHalfOpenIntervalHasNoPartnerBehindItsGroup() {
        assertEquals(Optional.empty(), Pairs.at("{[0, 1)} and ]", 1));
    }

    @Test
    void bracesInCommentsDoNotCount() {
        assertEquals(7, Pairs.at("{ % }\na}", 0).orElseThrow().close().start());
    }

    @Test
    void unclosedEnvironmentsAreCounted() {
        assertEquals(1, Pairs.unclosed("\\begin{a}\\begin{a}\\end{a}% \\end{a}", "a"));
    }
}
