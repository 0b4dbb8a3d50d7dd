package org.scholion.ui.latex.internal.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.text.TextRange;

class CitationKeysTest {

    @Test
    void theOtherKeysAreThoseBeforeAndBehind() {
        assertEquals(List.of("a", "c"), others("\\cite{a, b|, c} and \\cite{d}"));
    }

    @Test
    void theRestOfTheKeyAtTheCaretIsNoOtherOne() {
        assertEquals(List.of("a"), others("\\cite{a,kn|uth84}"));
    }

    @Test
    void anOpenCitationEndsWithItsLine() {
        assertEquals(List.of("a"), others("\\cite{a,kn|\nwords, more words"));
    }

    @Test
    void theyBeginBehindTheBrace() {
        assertEquals(6, keys("\\cite{a,b|}").start());
    }

    private static List<String> others(String marked) {
        return keys(marked).others();
    }

    private static CitationKeys keys(String marked) {
        int caret = marked.indexOf('|');
        String text = marked.replace("|", "");
        int start = caret;
        while ("{, ".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return CitationKeys.around(text, new TextRange(start, caret));
    }
}
