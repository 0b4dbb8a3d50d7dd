package org.scholion.manuscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scholion.manuscript.Proses.prose;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scholion.manuscript.Manuscript.Notation;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

class EditProjectionTest {

    @Test
    void aWordIsReplacedInItsPlace() {
        assertEquals("see the cat", edited(prose().words("see teh cat"), "teh", "the"));
    }

    @Test
    void markupAroundTheWordStays() {
        Proses source = prose().words("an ").markup("\\emph{").words("novell").markup("}").words(" method");
        assertEquals("an \\emph{novel} method", edited(source, "novell", "novel"));
        assertEquals("a \\emph{novell} method", edited(source, "an novell", "a novell"));
    }

    @Test
    void wordsOnBothSidesOfMarkupAreChangedOneByOne() {
        Proses source = prose().words("this ").markup("\\emph{").words("result show").markup("}").words(" it");
        assertEquals("these \\emph{results show} it", edited(source, "this result", "these results"));
    }

    @Test
    void aWordThatMarkupDividesIsChangedWhereItDiffers() {
        Proses source = prose().words("recie").markup("\\textbf{").words("ve").markup("}");
        assertEquals("recei\\textbf{ve}", edited(source, "recieve", "receive"));
    }

    @Test
    void aCommaGoesBehindTheFormula() {
        Proses source = prose().words("for ").formula("$x$").words(" we get");
        assertEquals("for $x$, we get", edited(source, "\uFFFC we", "\uFFFC, we"));
    }

    @Test
    void aFormulaIsNeverTouched() {
        Proses source = prose().words("for ").formula("$x$").words(" we get");
        assertTrue(project(source, "for \uFFFC we", "as we").isEmpty());
        assertTrue(project(source, "for", "for \uFFFC").isEmpty());
    }

    @Test
    void textOfAMacroIsNeverTouched() {
        Proses source = prose().words("the ").expansion("\\us", "Univercity").words(" of");
        assertTrue(project(source, "Univercity", "University").isEmpty());
    }

    @Test
    void aReplacementIsWrittenInTheNotationOfTheSource() {
        Notation escaped = text -> text.replace("%", "\\%");
        assertEquals("5\\% of it", edited(prose().words("5 of it"), "5", "5%", escaped));
    }

    @Test
    void anEditInsideANotationOfSeveralLettersTakesInTheWholeOfIt() {
        Proses source = prose().words("Stra").notation("\\ss ", "ss").words("e");
        assertEquals("Strasze", edited(source, "Strasse", "Strasze"));
    }

    @Test
    void aDoubledWordOverALineEndLosesOne() {
        Proses source = prose().words("over the").notation("\n", " ").words("the line");
        assertEquals("over the line", edited(source, "the the", "the"));
    }

    @Test
    void nothingIsChangedWhereNothingDiffers() {
        assertEquals(Optional.of(List.of()), project(prose().words("as it is"), "it", "it"));
    }

    private static String edited(Proses source, String before, String after) {
        return edited(source, before, after, Notation.PLAIN);
    }

    private static String edited(Proses source, String before, String after, Notation notation) {
        List<SourceEdit> edits = project(source, before, after, notation).orElseThrow();
        List<TextEdit> textEdits = edits.stream()
                .map(edit -> new TextEdit(edit.range().range(), edit.replacement()))
                .toList();
        return new TextEdits(textEdits).applyTo(source.source());
    }

    private static Optional<List<SourceEdit>> project(Proses source, String before, String after) {
        return project(source, before, after, Notation.PLAIN);
    }

    private static Optional<List<SourceEdit>> project(Proses source, String before, String after, Notation notation) {
        Prose prose = source.build();
        int start = prose.text().indexOf(before);
        TextEdit edit = new TextEdit(TextRange.ofLength(start, before.length()), after);
        return EditProjection.project(prose, edit, notation);
    }
}
