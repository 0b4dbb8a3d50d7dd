package org.scholion.library.internal.medline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.Person;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.format.SourceFile;

class MedlineReferencesTest {

    private static final String RECORD = """
            PMID- 7654321
            OWN - NLM
            DP  - 2011 Mar 2
            TI  - [Water in narrow
                  pores].
            LID - 10.5555/abc.1 [doi]
            AB  - We measured water,
                  and more.
            FAU - Mendel, Gregor J
            AU  - Mendel GJ
            CN  - Pore Society
            LA  - ger
            PT  - Journal Article
            TA  - J Pores
            JT  - Journal of pores
            IS  - 1234-567X (Print)
            VI  - 12
            IP  - 3
            PG  - 101-19
            MH  - *Water/chemistry
            OT  - pores
            """;

    @TempDir
    private Path folder;

    @Test
    void readsARecord() throws Exception {
        Reference reference = SourceFile.only(folder, "a.nbib", RECORD);
        assertEquals("mendel2011water", reference.key());
        assertEquals("Water in narrow pores", reference.title());
        assertEquals(List.of(Person.of("Mendel", "Gregor J"), Person.body("Pore Society")), reference.authors());
        assertEquals("2011-03-02", reference.field(WorkField.DATE));
        assertEquals("Journal of pores", reference.venue());
        assertEquals("We measured water, and more.", reference.abstractText());
        assertEquals("10.5555/abc.1", reference.doi());
        assertEquals("7654321", reference.field(WorkField.PMID));
        assertEquals("1234-567X", reference.field(WorkField.ISSN));
        assertEquals(List.of("Water/chemistry", "pores"), reference.keywords());
        assertEquals(WorkType.ARTICLE, reference.type());
    }

    @Test
    void readsShortNamesWhereThereAreNoFullOnes() throws Exception {
        Reference reference = SourceFile.only(folder, "a.nbib", "PMID- 1\nTI  - T.\nAU  - van der Berg AB\n");
        assertEquals(List.of(Person.of("van der Berg", "AB")), reference.authors());
    }

    @Test
    void readsSeveralRecordsAndSaysWhatItCannotUnderstand() throws Exception {
        ReadReferences read = SourceFile.read(folder, "a.nbib", RECORD + "\nTI  - Alone\nrubbish\n\n" + RECORD);
        assertEquals(3, read.references().size());
        assertEquals(2, read.problems().size());
    }

    @Test
    void knowsTheFormatByItsFirstLines() throws Exception {
        assertTrue(ReferenceFiles.known(Files.writeString(folder.resolve("pubmed-set.txt"), RECORD)));
    }
}
