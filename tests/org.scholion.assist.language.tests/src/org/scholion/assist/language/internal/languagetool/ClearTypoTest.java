package org.scholion.assist.language.internal.languagetool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClearTypoTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            recieve,   receive,             true
            seperate,  separate,            true
            probelm,   problem probes,      true
            formulae,  formula formulate,   false
            problem,   problem,             false
            thier,     their,               false
            Gausian,   Gaussian,            false
            langaguage, language,           false
            """)
    void isSureOfLongWordsWithOneNearWord(String word, String replacements, boolean sure) {
        assertEquals(sure, ClearTypo.isSure(word, List.of(replacements.split(" "))));
    }
}
