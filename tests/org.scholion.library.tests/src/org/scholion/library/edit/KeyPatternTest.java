package org.scholion.library.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.library.Person;
import org.scholion.library.Reference;

class KeyPatternTest {

    private static Reference reference(String title, int year, String... families) {
        Reference.Builder builder = new Reference.Builder("x").title(title).year(year).venue("The Computer Journal");
        for (String family : families) {
            builder.author(Person.of(family, "A."));
        }
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [auth][year]                       | Muller1984
            [auth:lower][shortyear]            | muller84
            [auth3:upper]:[year]               | MUL:1984
            [authors]                          | MullervanGoghLi
            [authors2]_[year]                  | MullervanGoghEtAl_1984
            [authors:abbr][shortyear]          | MvL84
            [title]                            | TheArtOfLiteratePrograms
            [shorttitle]                       | ArtLiteratePrograms
            [shorttitle1:lower]                | art
            [shorttitle3:abbr:lower]           | alp
            [veryshorttitle]                   | Art
            [journal:abbr]                     | TCJ
            [title:(5)]                        | TheAr
            [auth:lower][year][veryshorttitle:lower] | muller1984art
            """)
    void makesKeys(String pattern, String key) {
        assertEquals(key, KeyPattern.of(pattern).key(reference("The Art of Literate Programs", 1984, "Müller", "van Gogh", "Li")));
    }

    @Test
    void aTakenKeyGetsALetter() {
        Reference reference = reference("X", 2000, "Ng");
        assertEquals("Ng2000", KeyPattern.of("[auth][year]").key(reference, Set.of("other")));
        assertEquals("Ng2000b", KeyPattern.of("[auth][year]").key(reference, Set.of("ng2000", "Ng2000a")));
    }

    @Test
    void namesOfOtherScriptsMakeKeysToo() {
        assertEquals("王2000", KeyPattern.of("[auth]").key(reference("题目", 2000, "王")));
        assertEquals("ref", KeyPattern.of("[auth]").key(new Reference.Builder("x").build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "[auth", "[nobody]", "[auth:loud]", "[auth] [year]", "[auth],"})
    void refusesWhatIsNoPattern(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> KeyPattern.of(pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[auth][year]", "[auth:lower][year][veryshorttitle:lower]", "[auth:lower][shortyear]", "[auth:lower]_[veryshorttitle:lower]_[year]",
        "[auth]:[year]", "[authors:abbr][shortyear]", "[auth3:lower][shortyear]", "[auth]-[shorttitle3:abbr]"})
    void findsThePatternThatAFileFollows(String pattern) {
        KeyPattern rule = KeyPattern.of(pattern);
        List<Reference> references = new ArrayList<>();
        String[] names = {"Knuth", "Lamport", "Dijkstra", "Hoare", "Turing", "Gödel", "Church", "Kleene"};
        for (int i = 0; i < names.length; i++) {
            Reference reference = reference("On the " + names[(i + 3) % 8] + " Problem of Ordered Sets", 1950 + 7 * i, names[i], names[(i + 1) % 8]);
            references.add(reference.change().key(i == 2 ? "odd" : rule.key(reference)).build());
        }
        Reference probe = reference("New Ways of Seeing", 2011, "Ünal", "Smith");
        assertEquals(rule.key(probe), KeyPattern.ofHabit(references).key(probe));
    }

    @Test
    void withoutAHabitTheUsualPattern() {
        List<Reference> references = new ArrayList<>();
        for (String key : List.of("a", "smith", "paper:3", "12345")) {
            references.add(reference("T " + key, 2000, "Jones").change().key(key).build());
        }
        assertEquals(KeyPattern.DEFAULT, KeyPattern.ofHabit(references).toString());
    }

    private static Reference keyed(String key, String family, int year) {
        return new Reference.Builder(key).title("T").year(year).author(Person.of(family, "A.")).build();
    }

    @Test
    void severalGetDifferentKeysAndThoseThatFollowThePatternKeepTheirs() {
        List<Reference> references = List.of(
                keyed("x", "Li", 2010), keyed("Li2010b", "Li", 2010), keyed("?", "Li", 2010), keyed("li2010", "Doe", 2010),
                keyed("y", "Doe", 2010));
        assertEquals(
                List.of("Li2010", "Li2010b", "Li2010a", "Doe2010a", "Doe2010c"),
                KeyPattern.of("[auth][year]").keys(references, Set.of("doe2010", "doe2010b")));
    }

    @Test
    void fiftyThousandOfOneNameTakeTheTimeOfFiftyThousand() {
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            references.add(keyed("k" + i, "Li", 2010));
        }
        KeyPattern pattern = KeyPattern.of("[auth]");
        List<String> keys = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> pattern.keys(references, Set.of()));
        assertEquals(50_000, Set.copyOf(keys).size());
    }
}
