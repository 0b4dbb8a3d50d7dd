package org.scholion.bibtex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain text                              | plain text
            {\\"o}zg{\\"u}r                         | özgür
            Erd\\H{o}s                              | Erdős
            \\'{E}cole                              | École
            na\\"{\\i}ve                            | naïve
            \\'\\i                                  | í
            {\\ss} \\o{} \\aa ngstr\\"om            | ß ø ångström
            \\v{c}a\\v ska                          | čaška
            \\c{c}a                                 | ça
            pages 1--2 --- and so~on                | pages 1–2 — and so on
            ``quoted'' and `single'                 | “quoted” and ‘single'
            The {LaTeX} {{\\TeX} book}              | The LaTeX TeX book
            \\emph{in vitro} and {\\em there}       | in vitro and there
            R\\&D, 5\\%, a\\_b                      | R&D, 5%, a_b
            $\\alpha$-decay of H$_2$O               | α-decay of H₂O
            $^{13}$C at $10^{-5}$ K                 | ¹³C at 10⁻⁵ K
            $O(n \\log n)$                          | O(n log n)
            \\href{http://x.org}{the page}          | the page
            \\url{http://x.org/a_b}                 | http://x.org/a_b
            \\textbf{bold} \\LaTeX                  | bold LaTeX
            unclosed {brace \\                      | unclosed brace
            Mar{\\'i}a Nu\\~nez                     | María Nuñez
            """)
    void printsWhatLatexPrints(String latex, String plain) {
        assertEquals(plain, PlainValue.of(latex));
    }

    @Test
    void whiteSpaceIsOneSpace() {
        assertEquals("a b c", PlainValue.of("  a\n\n  b\tc  "));
    }

    @Test
    void longBrokenValuesCostLinearTime() {
        for (String piece : new String[] {"\\href{", "\\'", "{", "$^{", "\\", "-", "\\v ", "\\href {"}) {
            PlainValue.of(piece.repeat(20_000));
        }
    }
}
