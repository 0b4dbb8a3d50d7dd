package org.scholion.library.internal.csl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.LibraryException;
import org.scholion.library.Person;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.format.SourceFile;

class CslReferencesTest {

    @TempDir
    private Path folder;

    private Reference only(String json) throws Exception {
        return SourceFile.only(folder, "a.json", json);
    }

    @Test
    void readsAnItem() throws Exception {
        Reference reference = only("""
                [{"id": "k1", "type": "article-journal", "title": "Growth of <i>E. coli</i> at p<0.05 &amp; more", "container-title": "J. Growth",
                  "author": [{"family": "Beethoven", "given": "L.", "non-dropping-particle": "van"}, {"literal": "Big Group"},
                             {"family": "Alembert", "given": "Jean", "dropping-particle": "d\u2019", "suffix": "Jr."}],
                  "issued": {"date-parts": [["2017", 6, 12]]}, "page": "1\u20139", "DOI": "10.5555/X", "keyword": "a, b", "volume": 7}]
                """);
        assertEquals("k1", reference.key());
        assertEquals("Growth of E. coli at p<0.05 & more", reference.title());
        assertEquals(
                List.of(Person.of("van Beethoven", "L."), Person.body("Big Group"), new Person("d\u2019Alembert", "Jean", "Jr.", false)),
                reference.authors());
        assertEquals("2017-06-12", reference.field(WorkField.DATE));
        assertEquals("1-9", reference.field(WorkField.PAGES));
        assertEquals("7", reference.field(WorkField.VOLUME));
        assertEquals(List.of("a", "b"), reference.keywords());
        assertEquals(WorkType.ARTICLE, reference.type());
    }

    @Test
    void readsDatesInEachForm() throws Exception {
        for (String date : List.of("{\"raw\": \"June 2003\"}", "{\"literal\": \"c. 2003\"}", "{\"date-parts\": [[2003]]}", "\"2003-05\"")) {
            assertEquals(OptionalInt.of(2003), only("[{\"type\": \"book\", \"title\": \"T\", \"issued\": " + date + "}]").year(), date);
        }
    }

    @Test
    void readsItemsInsideAnObject() throws Exception {
        assertEquals("T", only("{\"version\": 1, \"items\": [{\"type\": \"book\", \"title\": \"T\"}]}").title());
    }

    @Test
    void readsASingleItem() throws Exception {
        assertEquals("T", only("{\"type\": \"book\", \"title\": [\"T\"], \"DOI\": \"10.5555/1\"}").title());
    }

    @Test
    void prefersTheKeyOfTheAuthor() throws Exception {
        assertEquals("own", only("[{\"id\": \"http://zotero.org/1\", \"type\": \"book\", \"note\": \"Citation Key: own\\nmore\"}]").key());
        assertEquals("own", only("[{\"id\": \"3\", \"type\": \"book\", \"citation-key\": \"own\"}]").key());
    }

    @Test
    void keepsWhatStandsBeforeABreak() throws Exception {
        ReadReferences read = SourceFile.read(folder, "a.json", "[{\"type\": \"book\", \"title\": \"T\"},\n 3,\n {\"type\": \"bo");
        assertEquals(1, read.references().size());
        assertEquals(List.of(2, 3), read.problems().stream().map(problem -> problem.line()).toList());
    }

    @Test
    void survivesDeepNesting() throws Exception {
        ReadReferences read = SourceFile.read(folder, "a.json", "[{\"title\": \"T\"}, " + "[".repeat(100_000));
        assertEquals(1, read.references().size());
        assertEquals(1, read.problems().size());
    }

    @Test
    void refusesJsonThatHoldsNoReferences() {
        LibraryException refused = assertThrows(LibraryException.class, () -> SourceFile.read(folder, "a.json", "{\"type\": 1}"));
        assertTrue(refused.getMessage().contains("a.json"));
    }
}
