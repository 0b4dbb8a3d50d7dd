package org.scholion.ui.internal.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.library.WorkType;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.LibraryHits.Count;
import org.scholion.library.search.LibraryHits.Facet;

class FiltersTest {

    @ParameterizedTest
    @CsvSource({"YEAR, 2017", "AUTHOR, Brown", "TYPE, ARTICLE", "GROUP, Fruit/Pears"})
    void aValueThatIsTakenTwiceIsOffAgain(Facet facet, String value) {
        LibraryFilter once = Filters.toggle(LibraryFilter.NONE, facet, value);

        assertTrue(Filters.isOn(once, facet, value));
        assertFalse(Filters.isOn(LibraryFilter.NONE, facet, value));
        assertEquals(LibraryFilter.NONE, Filters.toggle(once, facet, value));
        assertEquals(LibraryFilter.NONE, Filters.without(once, facet));
    }

    @Test
    void severalTypesCanBeWanted() {
        LibraryFilter both = Filters.toggle(Filters.toggle(LibraryFilter.NONE, Facet.TYPE, "BOOK"), Facet.TYPE, "ARTICLE");

        assertEquals(Set.of(WorkType.BOOK, WorkType.ARTICLE), both.types());
        assertEquals(Set.of(WorkType.ARTICLE), Filters.toggle(both, Facet.TYPE, "BOOK").types());
    }

    @Test
    void anotherYearTakesThePlaceOfTheFirst() {
        LibraryFilter filter = Filters.toggle(Filters.toggle(LibraryFilter.NONE, Facet.YEAR, "2001"), Facet.YEAR, "2002");

        assertEquals(OptionalInt.of(2002), filter.from());
        assertEquals(OptionalInt.of(2002), filter.to());
    }

    @Test
    void aSpanOfYearsIsNoSingleYear() {
        LibraryFilter span = Filters.years(LibraryFilter.NONE, OptionalInt.of(2001), OptionalInt.of(2003));

        assertFalse(Filters.isOn(span, Facet.YEAR, "2001"));
        assertEquals(List.of(), Filters.shown(span, Facet.YEAR, List.of()));
    }

    @Test
    void authorsAreTheSameWithoutRegardToCaseAndAccents() {
        assertTrue(Filters.isOn(Filters.author(LibraryFilter.NONE, "muller"), Facet.AUTHOR, "M\u00fcller"));
    }

    @Test
    void whatTheFilterWantsShowsEvenWhenNothingHasIt() {
        LibraryFilter filter = Filters.author(LibraryFilter.NONE, "Brown");
        Count adams = new Count("Adams", 2);
        Count brown = new Count("brown", 1);

        assertEquals(List.of(new Count("Brown", 0), adams), Filters.shown(filter, Facet.AUTHOR, List.of(adams)));
        assertEquals(List.of(adams, brown), Filters.shown(filter, Facet.AUTHOR, List.of(adams, brown)));
        assertEquals(
                List.of(new Count("BOOK", 0)),
                Filters.shown(Filters.types(LibraryFilter.NONE, Set.of(WorkType.BOOK)), Facet.TYPE, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"2017, 2017", "' 1999 ', 1999", "201, -1", "20171, -1", "'', -1", "abcd, -1"})
    void fourDigitsAreAYear(String text, int year) {
        assertEquals(year, Filters.year(text).orElse(-1));
    }
}
