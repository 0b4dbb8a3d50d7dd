package org.scholion.assist.language.internal.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChemicalNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "octanoic", "dichloromethane", "thiadiazoles", "cyclopentadiene", "benzothiophenone", "naphthofuran", "quinolinium", "hydroxyethyl",
        "trifluoroacetamide", "bicyclononane", "dinitrobenzene", "aminopyridine", "methylpyrrolidinium", "hexafluorophosphate"
    })
    void whatIsMadeOfTheirPartsIsAName(String word) {
        assertEquals(true, ChemicalNames.isOne(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "octanioc", "dichlormehtane", "thiadizaole", "cyclopentdaiene", "methane", "ethanol", "propionic", "performane", "transformate",
        "annotation", "indication", "oxidiation", "cyclohexa", "methylphenyls'", "phenotypic", "proprionate", ""
    })
    void slipsInThemAndOtherWordsAreNone(String word) {
        assertEquals(false, ChemicalNames.isOne(word));
    }
}
