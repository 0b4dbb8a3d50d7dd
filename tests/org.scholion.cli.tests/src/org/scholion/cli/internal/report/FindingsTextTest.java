package org.scholion.cli.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.assist.Category;
import org.scholion.assist.Severity;
import org.scholion.cli.internal.Style;

class FindingsTextTest {

    @Test
    void aFindingShowsItsPlaceWordsAndReplacements() {
        String text = text(Reports.of(
                "First line.\nHere is teh text.\n",
                Reports.advice(Category.SPELLING, Severity.ERROR, "teh: misspelt.", "the", "tech", "", "a b ")));
        assertEquals(
                """
                my paper.tex  one finding

                my paper.tex:2:9: error: teh: misspelt. [RULE_SPELLING]
                    Here is teh text.
                            ^^^
                    → the | tech | delete | “a b ”
                    Why not.

                one error, no warnings, no hints in one paper, 6 words, 1.2 s
                """,
                text);
    }

    @Test
    void theMarkStandsBelowWideLetters() {
        String text = text(Reports.of("这是 teh 错误", Reports.advice(Category.SPELLING, Severity.ERROR, "teh: m", "the")));
        assertTrue(text.contains("\n    这是 teh 错误\n         ^^^\n"), text);
        text = text(Reports.of("see 错误 here", Reports.advice(Category.SPELLING, Severity.ERROR, "错误: m")));
        assertTrue(text.contains("\n    see 错误 here\n        ^^^^\n"), text);
    }

    @Test
    void combiningLettersTakeNoColumn() {
        String text = text(Reports.of("e\u0301a teh", Reports.advice(Category.SPELLING, Severity.ERROR, "teh: m")));
        assertTrue(text.contains("\n       ^^^\n"), text);
    }

    @Test
    void longLinesAreShortenedAroundTheWords() {
        String text = text(Reports.of(
                "word ".repeat(100) + "teh" + " word".repeat(100), Reports.advice(Category.SPELLING, Severity.ERROR, "teh: m")));
        String[] lines = text.split("\n");
        assertTrue(lines[3].length() <= 96, lines[3]);
        assertTrue(lines[3].strip().startsWith("…") && lines[3].endsWith("…"), lines[3]);
        assertEquals(lines[3].indexOf("teh"), lines[4].indexOf("^^^"), text);
    }

    @Test
    void wordsOverALineEndAreMarkedInTheFirstLine() {
        String text = text(Reports.of("one two\nthree", Reports.advice(Category.GRAMMAR, Severity.WARNING, "two three: m")));
        assertTrue(text.contains("    one two\n        ^^^\n"), text);
    }

    @Test
    void aReasonIsGivenOnce() {
        String text = text(Reports.of(
                "teh ab",
                Reports.advice(Category.SPELLING, Severity.ERROR, "teh: m"),
                Reports.advice(Category.SPELLING, Severity.ERROR, "ab: m")));
        assertEquals(1, text.split("Why not", -1).length - 1, text);
    }

    @Test
    void nothingFoundIsSaid() {
        assertEquals("Nothing found in one paper, one word, 1.2 s.\n", text(Reports.of("All")));
    }

    @Test
    void noPaperIsSaid() {
        assertEquals("Nothing was checked.\n", text(new Report(List.of(), List.of("x"), Reports.FOLDER, 0, "1")));
    }

    @Test
    void coloursAreForTerminals() {
        Report report = Reports.of("teh", Reports.advice(Category.SPELLING, Severity.ERROR, "teh: m"));
        assertFalse(text(report).contains("\u001b"));
        assertTrue(new FindingsText(new Style(true)).format(report).contains("\u001b[1;31merror\u001b[0m"));
    }

    private static String text(Report report) {
        return new FindingsText(Style.PLAIN).format(report);
    }
}
