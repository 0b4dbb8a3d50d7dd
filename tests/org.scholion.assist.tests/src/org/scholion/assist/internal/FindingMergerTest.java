package org.scholion.assist.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.assist.Advice;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.Origin;
import org.scholion.assist.Severity;
import org.scholion.text.TextRange;

class FindingMergerTest {

    private static BlockFinding finding(int number, Category category, String origin, Severity severity, int start, int end) {
        Advice advice = new Advice(
                "RULE" + number, category, severity, "m", "", List.of(), new Origin(origin, "1"), 0.5, false);
        return new BlockFinding(new TextRange(start, end), advice);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # first: category, origin, severity, range; second: the same; who stays
            SPELLING,    LanguageTool, ERROR,   0, 5,  GRAMMAR,     LanguageTool, ERROR,   0, 5,  RULE1
            GRAMMAR,     LanguageTool, ERROR,   0, 9,  SPELLING,    LanguageTool, ERROR,   4, 9,  RULE2
            GRAMMAR,     LanguageTool, ERROR,   0, 5,  GRAMMAR,     Scholion,     WARNING, 0, 5,  RULE2
            GRAMMAR,     LanguageTool, WARNING, 0, 5,  GRAMMAR,     LanguageTool, ERROR,   2, 9,  RULE2
            GRAMMAR,     LanguageTool, ERROR,   0, 9,  GRAMMAR,     LanguageTool, ERROR,   2, 5,  RULE2
            STYLE,       LanguageTool, INFO,    0, 9,  GRAMMAR,     LanguageTool, WARNING, 2, 5,  RULE2
            CONSISTENCY, Scholion,     WARNING, 0, 5,  SPELLING,    LanguageTool, ERROR,   0, 5,  RULE2
            CONSISTENCY, Scholion,     WARNING, 0, 5,  GRAMMAR,     LanguageTool, ERROR,   0, 9,  RULE1 RULE2
            CONSISTENCY, Scholion,     WARNING, 0, 5,  CITATION,    Scholion,     ERROR,   3, 9,  RULE1 RULE2
            SPELLING,    LanguageTool, ERROR,   0, 5,  SPELLING,    LanguageTool, ERROR,   5, 9,  RULE1 RULE2
            """)
    void theBetterOneOfTwoStays(
            Category category, String origin, Severity severity, int start, int end,
            Category category2, String origin2, Severity severity2, int start2, int end2,
            String rules) {
        List<BlockFinding> both = List.of(
                finding(1, category, origin, severity, start, end), finding(2, category2, origin2, severity2, start2, end2));
        for (List<BlockFinding> order : List.of(both, both.reversed())) {
            List<String> stay = FindingMerger.merge(order, BlockFinding::range, BlockFinding::advice).stream()
                    .map(finding -> finding.advice().rule())
                    .sorted()
                    .toList();
            assertEquals(rules, String.join(" ", stay));
        }
    }
}
