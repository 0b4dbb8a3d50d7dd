package org.scholion.bibtex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BibtexNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Donald E. Knuth                         | Knuth, Donald E.
            Knuth, Donald E.                        | Knuth, Donald E.
            Ludwig van Beethoven                    | van Beethoven, Ludwig
            van Beethoven, Ludwig                   | van Beethoven, Ludwig
            Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin | de la Vallée Poussin, Charles Louis Xavier Joseph
            King, Jr., Martin Luther                | King, Jr., Martin Luther
            {NASA Exoplanet Archive}                | NASA Exoplanet Archive
            {European Space Agency},                | European Space Agency
            Plato                                   | Plato
            {\\'E}variste Galois                    | Galois, Évariste
            Jean-Pierre {de Villiers}               | de Villiers, Jean-Pierre
            J.~R.~R. Tolkien                        | Tolkien, J. R. R.
            family=Doe, given=Jane, prefix=van      | van Doe, Jane
            {Barnes and Noble}                      | Barnes and Noble
            """)
    void readsOneName(String latex, String display) {
        assertEquals(List.of(display), BibtexNames.parse(latex).display());
    }

    @Test
    void splitsAtAndOutsideBraces() {
        BibtexNames names = BibtexNames.parse("Knuth, Donald\nand {Barnes and Noble} AND Alexandra Sand and others");
        assertEquals(List.of("Knuth, Donald", "Barnes and Noble", "Sand, Alexandra"), names.display());
        assertTrue(names.others());
        assertTrue(names.names().get(1).body());
    }

    @Test
    void consecutiveAndsDoNotMakeNames() {
        assertEquals(List.of("Smith, John", "Brown, Terry"), BibtexNames.parse("John Smith and and Terry Brown and").display());
    }
}
