package org.scholion.assist.writing.internal.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.testkit.Papers;
import org.scholion.assist.writing.internal.paper.PaperText;
import org.scholion.manuscript.Manuscript;

class ShortSentenceTest {

    private static final String PLAIN = "The walls of the hall cool by three degrees in a night.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The walls of the hall cool by three degrees in a night [@a].",
                "The walls of the hall cool by three degrees [@a] in a night.",
                "However, the walls of the hall cool by three degrees in a night.",
                "The walls of the hall cool, however, by three degrees in a night.",
                "The walls of the hall cool by three degrees in a night (see [@a], [@b]).",
                "The walls of the hall cool by three degrees in a night (Marlow and Petri, 2019).",
                "The walls of the hall cool by three degrees in a night (Fig. 3).",
            })
    void citationsPointersAndTiesAreLeftOut(String written) {
        assertEquals(PLAIN, shorten(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Figure 3 shows how the walls of the hall cool in a night.",
                "The walls of the hall cool as described in the next section.",
                "It ignores all of the walls that cool in a night.",
                "This is why the walls of the hall cool in a night.",
                "Walls cool fast.",
                "The walls of the hall cool by the following amounts:",
            })
    void whatLeansOnOtherPlacesIsNotTaken(String written) {
        assertTrue(ShortSentence.of(PaperText.of(Papers.of(written)).sentences().getFirst()).isEmpty());
    }

    @Test
    void aFormulaStaysAsItIsReadAndAsItIsWritten() {
        Manuscript paper = Papers.of("The time constant $tau$ of the hall is four hours [@a].");
        ShortSentence sentence = ShortSentence.of(PaperText.of(paper).sentences().getFirst()).orElseThrow();
        assertTrue(sentence.text().contains("tau"), sentence.text());
        assertEquals("The time constant $tau$ of the hall is four hours.", sentence.markup(paper));
    }

    private static String shorten(String written) {
        return ShortSentence.of(PaperText.of(Papers.of(written)).sentences().getFirst()).orElseThrow().text();
    }
}
