package org.scholion.assist.language.internal.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.assist.Finding;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.CrossReference;
import org.scholion.manuscript.Structure.Label;
import org.scholion.text.TextRange;

/** References that a field makes, of which the text shows one letter that stands for it. */
class FieldReferenceTest {

    @Test
    void aMissingBookmarkIsToldAndNothingIsProposedInItsPlace() {
        String text = "See Section \uFFFC there.";
        SourceUnit unit = Papers.of(text).root();
        List<Label> labels = List.of(new Label("_Ref123", "section", "Methods", new SourceRange(unit, TextRange.at(0))));
        SourceRange field = new SourceRange(unit, TextRange.ofLength(text.indexOf('\uFFFC'), 1));
        List<CrossReference> references = List.of(new CrossReference("_Ref124", "REF", field), new CrossReference("_Ref123", "REF", field));
        Structure structure =
                new Structure(labels, references, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        Manuscript manuscript = new Papers().block(BlockKind.PARAGRAPH, text).structure(structure).build();
        List<Finding> found = Latex.findings(manuscript, Latex.ALL_RULES).stream()
                .filter(finding -> finding.advice().rule().equals(Rule.REFERENCE_UNDEFINED.name()))
                .toList();
        assertEquals(List.of(field), found.stream().map(Finding::range).toList());
        assertEquals(List.of(), found.getFirst().advice().replacements());
    }
}
