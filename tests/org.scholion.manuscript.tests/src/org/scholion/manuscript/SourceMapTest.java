package org.scholion.manuscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scholion.manuscript.Proses.FILE;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.manuscript.SourceMap.Place;
import org.scholion.text.TextRange;

class SourceMapTest {

    /** Printed: {@code a café of LaTeXists }. */
    private static final Proses CAFE = Proses.prose()
            .words("a caf")
            .notation("\\'e", "é")
            .words(" ")
            .markup("\\emph{")
            .words("of")
            .markup("}")
            .notation("\n  ", " ")
            .expansion("\\tex", "LaTeX")
            .words("ists");

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 1", // a
        "2, 6, 2, 8", // café, with the whole accent
        "5, 6, 5, 8", // é
        "7, 9, 15, 17", // of
        "15, 19, 25, 29", // ists
    })
    void aWordWithoutMarkupInsideHasAnExactPlace(int start, int end, int sourceStart, int sourceEnd) {
        Place place = CAFE.build().map().place(new TextRange(start, end));
        assertEquals(new Place.Exact(range(sourceStart, sourceEnd)), place);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 9, 2, 17", // café of
        "7, 10, 15, 21", // of and the space behind the brace
        "10, 15, 21, 25", // printed by a macro
        "10, 19, 21, 29",
        "12, 13, 21, 25",
    })
    void aRangeAcrossMarkupOrInAMacrosTextTellsWhatEnclosesIt(int start, int end, int sourceStart, int sourceEnd) {
        Place place = CAFE.build().map().place(new TextRange(start, end));
        assertEquals(new Place.CrossesMarkup(range(sourceStart, sourceEnd)), place);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "6, 8", "9, 17", "19, 29"})
    void anInsertionGoesBehindWhatStandsBeforeIt(int offset, int sourceOffset) {
        Place place = CAFE.build().map().place(TextRange.at(offset));
        assertEquals(new Place.Exact(range(sourceOffset, sourceOffset)), place);
    }

    @Test
    void anInsertionInsideAMacrosTextCannotBeMade() {
        assertInstanceOf(Place.CrossesMarkup.class, CAFE.build().map().place(TextRange.at(12)));
    }

    @Test
    void aMacrosTextIsKnownAsSuch() {
        SourceMap map = CAFE.build().map();
        assertTrue(map.hasExpansion(new TextRange(9, 11)));
        assertFalse(map.hasExpansion(new TextRange(0, 10)));
        assertFalse(map.hasExpansion(new TextRange(15, 19)));
    }

    @Test
    void thePlaceInTheProseOfASourceOffsetIsFound() {
        SourceMap map = CAFE.build().map();
        assertEquals(Optional.of(3), map.proseOffset(FILE, 3));
        assertEquals(Optional.of(5), map.proseOffset(FILE, 6));
        assertEquals(Optional.of(8), map.proseOffset(FILE, 16));
        assertEquals(Optional.empty(), map.proseOffset(FILE, 10));
        assertEquals(Optional.empty(), map.proseOffset(new SourceUnit.TextFile(Path.of("other.tex")), 3));
    }

    @Test
    void aRangeOverTwoFilesIsEnclosedInTheFirst() {
        SourceUnit other = new SourceUnit.TextFile(Path.of("other.tex"));
        SourceMap map = SourceMap.builder()
                .verbatim(range(10, 14))
                .verbatim(new SourceRange(other, new TextRange(0, 4)))
                .build();
        assertEquals(new Place.CrossesMarkup(range(12, 14)), map.place(new TextRange(2, 6)));
    }

    @Test
    void truncatingTakesBackUnits() {
        SourceMap map = SourceMap.builder()
                .verbatim(range(0, 4))
                .notation(1, range(4, 6))
                .verbatim(range(6, 9))
                .truncate(3)
                .build();
        assertEquals(3, map.length());
        assertEquals(new Place.Exact(range(0, 3)), map.place(new TextRange(0, 3)));
    }

    @Test
    void rangesBehindTheProseAreRefused() {
        SourceMap map = CAFE.build().map();
        assertThrows(IndexOutOfBoundsException.class, () -> map.place(new TextRange(0, 20)));
        assertThrows(IndexOutOfBoundsException.class, () -> SourceMap.EMPTY.place(TextRange.at(0)));
    }

    private static SourceRange range(int start, int end) {
        return new SourceRange(FILE, new TextRange(start, end));
    }
}
