package org.scholion.assist.language.internal.languagetool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.Prose;
import org.scholion.text.TextRange;

class RenderingTest {

    private static Prose prose(String text) {
        return Papers.of(text).blocks().getFirst().prose();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The value $x$ is large.              | The value Xyq is large.
            As shown [@a], it is.                | As shown, it is.
            As shown in [@a], it is.             | As shown in Xyq, it is.
            It is so [@a].                       | It is so.
            It is[@a] so.                        | It is so.
            It is so [@a] [@b] here.             | It is so here.
            [@a] shows it.                       | Xyq shows it.
            It ends. [@a] shows it.              | It ends. Xyq shows it.
            It ends. [@a] The next.              | It ends. The next.
            The word <fr>le mot</fr> is French.  | The word Xyq is French.
            """)
    void placeholdersAreNounsOrLeftOut(String text, String rendered) {
        assertEquals(rendered, Rendering.of(prose(text), "en-US").getFirst().text());
    }

    @Test
    void everyWordIsFoundAtItsPlaceInTheProse() {
        Prose prose = prose("We see [@a] that $x$ and <fr>le mot</fr> are so [@b], here.");
        for (Rendering rendering : Rendering.of(prose, "en-US")) {
            for (String word : List.of("see", "that", "are", "here", "mot")) {
                int at = rendering.text().indexOf(word);
                if (at >= 0) {
                    assertEquals(word, rendering.map().toSource(TextRange.ofLength(at, word.length())).of(prose.text()));
                }
            }
        }
    }

    @Test
    void aPassageInAnotherLanguageIsReadByItself() {
        List<Rendering> renderings = Rendering.of(prose("The word <fr>le mot $x$</fr> is French."), "en-US");
        assertEquals("fr", renderings.getLast().language());
        assertEquals("le mot Xyq", renderings.getLast().text());
    }

    @Test
    void aVariantHasAnotherNounAtEachPlace() {
        Substitute.Variant variant = Substitute.Variant.of("en-US", "Xyq is a Xyq-set.");
        assertEquals("Areas is a areas-set.", variant.text());
        assertEquals(new TextRange(9, 12), variant.map().toSource(new TextRange(11, 16)));
    }
}
