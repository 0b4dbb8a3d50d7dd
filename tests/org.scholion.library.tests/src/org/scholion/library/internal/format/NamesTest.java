package org.scholion.library.internal.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Knuth, Donald E. | Knuth, Donald E.",
                "King, Martin Luther, Jr. | King, Jr., Martin Luther",
                "King, Jr., Martin Luther | King, Jr., Martin Luther",
                "Ludwig van Beethoven | van Beethoven, Ludwig",
                "Donald E. Knuth | Knuth, Donald E.",
                "Plato | Plato",
                "ATLAS Collaboration | ATLAS Collaboration",
                "World Health Organization, | World Health Organization",
                "Valle-Delgado,J. J.  | Valle-Delgado, J. J."
            })
    void readsNamesInEachOrder(String name, String display) {
        assertEquals(display, Names.of(name).orElseThrow().display());
    }

    @Test
    void tellsBodiesFromPeople() {
        assertTrue(Names.of("University of Somewhere").orElseThrow().body());
        assertTrue(Names.of("Anything else,").orElseThrow().body());
    }

    @ParameterizedTest
    @CsvSource({"''", "' , '", "','", "' \u2003 '"})
    void findsNobodyInPunctuation(String name) {
        assertTrue(Names.of(name).isEmpty());
    }
}
