package org.scholion.library.internal.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.library.Person;
import org.scholion.library.Reference;

class KeyedReferencesTest {

    private final KeyedReferences references = new KeyedReferences();

    private static Reference.Builder work(String family, int year, String title) {
        return new Reference.Builder("?").author(Person.of(family, "A.")).year(year).title(title);
    }

    private List<String> keys() {
        return references.list().stream().map(Reference::key).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Knuth, 1984, Literate Programming, knuth1984literate",
        "van der Berg, 2001, On the Origin of Things, vanderberg2001origin",
        "Fa\u00dfbender, 1999, \u00dcber alles, fassbender1999uber",
        "O'Brien, 2010, The A of an, obrien2010",
        "\u738b, 2020, \u6df1\u5ea6\u5b66\u4e60, \u738b2020\u6df1\u5ea6\u5b66\u4e60"
    })
    void makesKeysOfAuthorYearAndTitle(String family, int year, String title, String key) {
        references.add("", work(family, year, title));
        assertEquals(List.of(key), keys());
    }

    @Test
    void leavesItsKeyToTheFirstThatBringsIt() {
        references.add("", work("Smith", 2000, "Trees"));
        references.add("smith2000trees", work("Smith", 2000, "Trees"));
        references.add("smith2000trees", work("Jones", 1990, "Water"));
        assertEquals(List.of("smith2000trees-2", "smith2000trees", "smith2000trees-3"), keys());
    }

    @Test
    void takesNoKeyThatCannotStandInACitation() {
        references.add("a b", work("Smith", 2000, "Trees"));
        references.add("http://zotero.org/users/1/items/A", work("Smith", 2001, "Trees"));
        references.add("10.1016/S0021(19)5", work("Smith", 2002, "Trees"));
        assertEquals(List.of("smith2000trees", "smith2001trees", "10.1016/S0021(19)5"), keys());
    }

    @Test
    void hasAKeyForAWorkThatSaysNothing() {
        references.add("", new Reference.Builder("?"));
        references.add("", new Reference.Builder("?"));
        assertEquals(List.of("untitled", "untitled-2"), keys());
    }
}
