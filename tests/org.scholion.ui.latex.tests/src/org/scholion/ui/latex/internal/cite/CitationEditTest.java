package org.scholion.ui.latex.internal.cite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.text.TextEdit;

/** The bar stands for the caret. */
class CitationEditTest {

    private static final CitationStyle STYLE = new CitationStyle("citep", ",");

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {
        // a new citation
        "shown| before; shown~\\citep{a} before",
        "shown |.; shown~\\citep{a}.",
        "shown  | before; shown~\\citep{a} before",
        "shown |before; shown~\\citep{a} before",
        "sho|wn before; shown~\\citep{a} before",
        "shown~|; shown~\\citep{a}",
        "(|); (\\citep{a})",
        "(|see; (\\citep{a} see",
        "in $n$| trials; in $n$~\\citep{a} trials",
        "|shown; \\citep{a} shown",
        // one that is there
        "\\cite{x|} more; \\cite{x,a} more",
        "\\cite{x}| more; \\cite{x,a} more",
        "\\ci|te{x} more; \\cite{x,a} more",
        "\\cite{x, |y}; \\cite{x, y, a}",
        "\\cite{x|, y}; \\cite{x, a, y}",
        "\\cite{x,|}; \\cite{x,a}",
        "\\cite{|}; \\cite{a}",
        "\\citep[see][p.~|3]{x}; \\citep[see][p.~3]{x,a}",
        "\\parencite*{x|}; \\parencite*{x,a}",
        "\\cite{x} and| more; \\cite{x} and~\\citep{a} more",
        "\\emph{x|} more; \\emph{x~\\citep{a}} more",
        "\\cite{x, kn|; \\cite{x, a}",
    })
    void oneKeyIsCitedAtTheCaret(String before, String after) {
        assertEquals(after, cited(before, STYLE, "a"));
    }

    @Test
    void atTheBeginningOfALineNoTieIsWritten() {
        assertEquals("shown\n  \\citep{a} before", cited("shown\n  |before", STYLE, "a"));
    }

    @Test
    void severalKeysStandInOneCitation() {
        assertEquals("shown~\\cite{a, b}.", cited("shown|.", new CitationStyle("cite", ", "), "a", "b"));
    }

    @Test
    void aKeyThatStandsThereIsNotAddedAgain() {
        assertEquals("\\cite{a,b}", cited("\\cite{a|}", STYLE, "a", "b"));
    }

    @Test
    void whereAllKeysStandThereNothingChanges() {
        assertEquals(Optional.empty(), new CitationEdit("\\cite{a, b}", STYLE).at(7, List.of("b", "a")));
    }

    @Test
    void aFootnoteStandsBehindTheWordWithoutATie() {
        assertEquals("shown\\footcite{a} before", cited("shown| before", new CitationStyle("footcite", ","), "a"));
    }

    private static String cited(String marked, CitationStyle style, String... keys) {
        int caret = marked.indexOf('|');
        String text = marked.substring(0, caret) + marked.substring(caret + 1);
        TextEdit edit = new CitationEdit(text, style).at(caret, Arrays.asList(keys)).orElseThrow();
        return text.substring(0, edit.range().start()) + edit.replacement() + text.substring(edit.range().end());
    }
}
