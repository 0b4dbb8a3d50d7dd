package org.scholion.assist.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;

class LanguageChoiceTest {

    private static String choice(Manuscript paper, CheckSettings settings, int block) {
        return new LanguageChoice(paper, settings, new TextTraits.Memory()).languageFor(paper.blocks().get(block));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            und   | en-US | We model the behaviour of coloured fibres.     | en-GB
            en    | en-US | The optimisation of the centre was modelled.   | en-GB
            und   | en-US | We model the behavior of gray fibers.          | en-US
            und   | en-GB | We model the behavior of gray fibers.          | en-US
            und   | en-GB | Nothing tells.                                 | en-GB
            und   | en-AU | We model the behaviour of coloured fibres.     | en-AU
            en-US | en-US | We model the behaviour of coloured fibres.     | en-US
            de    | en-US | Wir messen die Farbe der Faser.                | de
            und   | de-DE | Wir messen die Farbe der Faser.                | de-DE
            """)
    void englishIsCheckedAsThePaperWritesIt(String declared, String preferred, String text, String expected) {
        Manuscript paper = new Papers().language(declared).block(BlockKind.PARAGRAPH, text).build();
        assertEquals(expected, choice(paper, CheckSettings.DEFAULT.withLanguages(Optional.empty(), preferred), 0));
    }

    @Test
    void theSettingsStandAboveThePaperButNotAboveAPassageInAnotherLanguage() {
        Manuscript paper = new Papers()
                .language("en-US")
                .block(BlockKind.PARAGRAPH, "We model behavior.")
                .block(BlockKind.PARAGRAPH, "fr", "Nous étudions la chose.")
                .language("en-US")
                .build();
        CheckSettings settings = CheckSettings.DEFAULT.withLanguages(Optional.of("en-GB"), "en-US");
        assertEquals("en-GB", choice(paper, settings, 0));
        assertEquals("fr", choice(paper, settings, 1));
    }

    @Test
    void anEnglishAbstractInAFrenchPaperIsNotFrench() {
        Papers papers = new Papers()
                .language("fr")
                .block(BlockKind.PARAGRAPH, "La mesure de la couleur est faite par une méthode que nous avons décrite.")
                .block(BlockKind.ABSTRACT, "The colour of the fibre is measured by a method that we described in the first part of this work.");
        assertEquals("fr", choice(papers.build(), CheckSettings.DEFAULT, 0));
        assertEquals(LanguageChoice.NONE, choice(papers.build(), CheckSettings.DEFAULT, 1));
        papers.block(BlockKind.PARAGRAPH, "en-GB", "Keywords in English").language("fr");
        assertEquals("en-GB", choice(papers.build(), CheckSettings.DEFAULT, 1));
    }
}
