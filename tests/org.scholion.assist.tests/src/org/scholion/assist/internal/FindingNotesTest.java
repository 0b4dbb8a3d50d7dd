package org.scholion.assist.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.assist.Advice;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.Finding;
import org.scholion.assist.Origin;
import org.scholion.assist.Severity;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceEdit;
import org.scholion.text.TextRange;

/** What a comment beside a change can say. */
class FindingNotesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            A doubled word.,  Say it once.,  A doubled word. Say it once.
            A doubled word.,  '',            A doubled word.
            """)
    void eachChangeOfAFindingTellsWhatWasFoundAndWhy(String message, String reason, String note) {
        Manuscript manuscript = Papers.of("so bad a day");
        Advice advice = new Advice(
                "R", Category.STYLE, Severity.INFO, message, reason, List.of("good"), new Origin("Scholion", "1"), 0.5, false);
        Finding inProse = Finding.inBlock(manuscript, 0, new BlockFinding(new TextRange(3, 6), advice));
        Finding inSource = Finding.inSource(manuscript, inProse.range(), advice);
        for (Finding finding : List.of(inProse, inSource)) {
            assertEquals(List.of(note), finding.edits(manuscript, "good").orElseThrow().stream().map(SourceEdit::note).toList());
        }
    }
}
