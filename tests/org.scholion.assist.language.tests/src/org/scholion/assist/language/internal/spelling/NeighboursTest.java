package org.scholion.assist.language.internal.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighboursTest {

    @Test
    void findsWordsOneStepAway() {
        Set<String> words = Set.of("the", "tech", "tehe", "tah", "then");
        assertEquals(Set.of("the", "tech", "tehe", "tah"), Set.copyOf(Neighbours.of("teh", words::contains)));
    }

    @Test
    void pluralsAndPrefixedWordsAreOtherWords() {
        assertEquals(List.of(), Neighbours.of("qubits", Set.of("qubit")::contains));
        assertEquals(List.of(), Neighbours.of("achiral", Set.of("chiral")::contains));
    }

    @ParameterizedTest
    @CsvSource({"gravititational, gravitational, 2, true", "inversitgation, investigation, 2, true", "abcd, badc, 1, false", "abcd, badc, 2, true", "a, a, 0, true", "abc, xyz, 2, false"})
    void countsSteps(String a, String b, int steps, boolean within) {
        assertEquals(within, Neighbours.isWithin(a, b, steps));
    }
}
