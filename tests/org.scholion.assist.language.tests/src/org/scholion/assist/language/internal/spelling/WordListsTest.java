package org.scholion.assist.language.internal.spelling;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordListsTest {

    private final WordLists lists = WordLists.load();

    @Test
    void knowsTermsAndNamesOfScience() {
        for (String word : List.of("ansatz", "Ansatz", "eigenstates", "Langevin", "Hermitian", "qubit")) {
            assertTrue(lists.isTerm(word), word);
        }
        assertFalse(lists.isTerm("langevin"));
    }

    @Test
    void holdsNoFrequentMisspellings() {
        for (String word : List.of("teh", "accomodate", "accross", "occured", "seperate", "treshold", "litterature", "Guassian", "existance")) {
            assertFalse(lists.isTerm(word), word);
            assertFalse(lists.common().contains(word), word);
        }
    }
}
