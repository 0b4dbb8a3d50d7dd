package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scholion.assist.Advice;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.Finding;
import org.scholion.assist.Severity;
import org.scholion.cli.internal.FakeServices;
import org.scholion.cli.internal.FileNames;
import org.scholion.cli.internal.Paper;
import org.scholion.cli.internal.PlainText;
import org.scholion.cli.internal.report.CheckedPaper;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

class FixesTest {

    private static final SourceUnit UNIT = new SourceUnit.TextFile(Path.of("x.txt"));

    @Test
    void ofTwoInTheSameWordsTheMoreConfidentWins() {
        assertEquals("is sure", fixed("is are sure", false, at(0, 6, 0.6, true, "are"), at(0, 6, 0.9, true, "is")));
        assertEquals("are sure", fixed("is are sure", false, at(0, 6, 0.9, true, "are"), at(0, 6, 0.6, true, "is")));
    }

    @Test
    void aSureOneWinsOverAConfidentOne() {
        assertEquals("ax", fixed("ab", true, at(0, 2, 0.99, false, "yb"), at(0, 2, 0.5, true, "ax")));
    }

    @Test
    void neighboursAreBothApplied() {
        assertEquals("xy", fixed("ab", true, at(0, 1, 0.5, false, "x"), at(1, 2, 0.5, false, "y")));
    }

    @Test
    void twoInsertionsAtOnePlaceAreOne() {
        assertEquals("a, b", fixed("a b", true, at(1, 1, 0.5, false, ","), at(1, 1, 0.4, false, ";")));
    }

    @Test
    void onlySureOnesAreAppliedUnlessAllAreWanted() {
        assertEquals("ab", fixed("ab", false, at(0, 1, 1, false, "x")));
        assertEquals("xb", fixed("ab", true, at(0, 1, 1, false, "x")));
    }

    @Test
    void aReplacementThatChangesNothingIsSkipped() {
        assertEquals(0, choose("ab", true, at(0, 1, 1, false, "a")).applied().size());
    }

    @Test
    void appliedAndSkippedKeepTheirOrder() {
        Fixes fixes = choose("abcd", true, at(0, 1, 0.1, false, "w"), at(0, 2, 0.2, false, "x"), at(2, 3, 0.9, false, "y"));
        assertEquals(List.of(0, 2), fixes.applied().stream().map(finding -> finding.range().range().start()).toList());
        assertEquals(List.of(1), fixes.skipped().stream().map(finding -> finding.range().range().length()).toList());
    }

    private static BlockFinding at(int start, int end, double confidence, boolean sure, String replacement) {
        Advice advice = FakeServices.advice("R", Category.GRAMMAR, Severity.WARNING, confidence, sure, replacement);
        return new BlockFinding(new TextRange(start, end), advice);
    }

    private static String fixed(String text, boolean all, BlockFinding... found) {
        return new TextEdits(choose(text, all, found).editsOf(UNIT)).applyTo(text);
    }

    private static Fixes choose(String text, boolean all, BlockFinding... found) {
        Manuscript manuscript = PlainText.read(UNIT, text);
        List<Finding> findings = List.of(found).stream().map(one -> Finding.inBlock(manuscript, 0, one)).toList();
        Paper paper = new Paper(new FileNames(Path.of("").toAbsolutePath(), Map.of(), true), manuscript, Set.of());
        return Fixes.choose(new CheckedPaper(paper, findings, List.of(), List.of()), all);
    }
}
