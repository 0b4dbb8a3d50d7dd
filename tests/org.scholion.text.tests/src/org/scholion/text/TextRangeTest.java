package org.scholion.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRangeTest {

    @ParameterizedTest
    @CsvSource({"-1, 3", "4, 3"})
    void impossibleRangesAreRefused(int start, int end) {
        assertThrows(IllegalArgumentException.class, () -> new TextRange(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, 2, 5, true",
        "0, 3, 3, 5, false",
        "2, 2, 0, 5, true",
        "0, 0, 0, 5, false",
        "5, 5, 0, 5, false",
        "2, 2, 2, 2, false",
    })
    void rangesOverlapWhereTheyShareAUnitOrAnInsertionLiesInside(int a, int b, int c, int d, boolean expected) {
        assertEquals(expected, new TextRange(a, b).overlaps(new TextRange(c, d)));
        assertEquals(expected, new TextRange(c, d).overlaps(new TextRange(a, b)));
    }

    @Test
    void anIntersectionOfRangesThatMeetIsEmptyAndOfDistantOnesThereIsNone() {
        assertEquals(Optional.of(TextRange.at(3)), new TextRange(0, 3).intersection(new TextRange(3, 5)));
        assertEquals(Optional.empty(), new TextRange(0, 3).intersection(new TextRange(4, 5)));
    }

    @Test
    void aRangeContainsItselfAndInsertionsAtItsBorders() {
        TextRange range = new TextRange(2, 5);
        assertEquals(true, range.contains(range));
        assertEquals(true, range.contains(TextRange.at(5)));
        assertEquals(false, range.contains(5));
        assertEquals(true, range.contains(2));
    }
}
