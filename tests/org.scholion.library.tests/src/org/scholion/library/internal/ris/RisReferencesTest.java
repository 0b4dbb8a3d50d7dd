package org.scholion.library.internal.ris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.Person;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.format.SourceFile;

class RisReferencesTest {

    @TempDir
    private Path folder;

    private Reference only(String text) throws Exception {
        return SourceFile.only(folder, "a.ris", text);
    }

    @Test
    void readsAnArticle() throws Exception {
        Reference reference = only("""
                \uFEFFTY  - JOUR
                TI  - Water in Narrow Pores
                AU  - Mendel, Gregor, Jr.
                AU  - Tide Consortium
                PY  - 2011/03/02/
                T2  - Journal of Pores
                JA  - J. Pores
                VL  - 12
                IS  - 3
                SP  - 101
                EP  - 19
                SN  - 1234-567X
                DO  - https://doi.org/10.5555/ABC.1
                UR  - https://example.org/a
                KW  - water
                KW  - pores; ice
                L1  - file:///home/ada/water%20in.pdf
                ER  -\u0020
                """);
        assertEquals("mendel2011water", reference.key());
        assertEquals(WorkType.ARTICLE, reference.type());
        assertEquals(List.of(new Person("Mendel", "Gregor", "Jr.", false), Person.body("Tide Consortium")), reference.authors());
        assertEquals(OptionalInt.of(2011), reference.year());
        assertEquals("2011-03-02", reference.field(WorkField.DATE));
        assertEquals("Journal of Pores", reference.venue());
        assertEquals("101-19", reference.field(WorkField.PAGES));
        assertEquals("1234-567X", reference.field(WorkField.ISSN));
        assertEquals("10.5555/abc.1", reference.doi());
        assertEquals(List.of("water", "pores", "ice"), reference.keywords());
        assertEquals(List.of(Path.of("/home/ada/water in.pdf")), reference.files());
    }

    @Test
    void putsTheLinesOfAValueTogether() throws Exception {
        Reference reference = only("TY  - JOUR\nAB  - one,\n      ER then two\nthree\n\nfour\nID  - k1\nER  - \n");
        assertEquals("one, ER then two three four", reference.abstractText());
        assertEquals("k1", reference.key());
    }

    @Test
    void takesTheSecondTitleOfAChapterForItsBook() throws Exception {
        Reference reference = only("TY  - CHAP\nT1  - Part\nBT  - Whole\nA2  - Ed, It\nT3  - Row of Books\nER  -\n");
        assertEquals("Whole", reference.venue());
        assertEquals(List.of(Person.of("Ed", "It")), reference.editors());
        assertEquals("Row of Books", reference.field(WorkField.SERIES));
        assertEquals(WorkType.CHAPTER, reference.type());
    }

    @Test
    void takesAPaperOfArxivForAPreprint() throws Exception {
        Reference reference = only("TY  - JOUR\nT1  - A\nUR  - https://arxiv.org/abs/2101.00001\nER  -\n");
        assertEquals(WorkType.PREPRINT, reference.type());
        assertEquals("2101.00001", reference.field(WorkField.EPRINT));
    }

    @Test
    void readsRecordsThatBeginOrEndWronglyAndSaysSo() throws Exception {
        ReadReferences read = SourceFile.read(folder, "a.ris", "T1  - One\nER  - \nTY  - BOOK\nT1  - Two\nTY  - BOOK\nT1  - Three\n");
        assertEquals(List.of("One", "Two", "Three"), read.references().stream().map(Reference::title).toList());
        assertEquals(List.of(1, 3, 5), read.problems().stream().map(problem -> problem.line()).toList());
    }

    @Test
    void saysWhichLinesCannotBeUnderstood() throws Exception {
        ReadReferences read = SourceFile.read(folder, "a.ris", "rubbish\n1.\nTY  - BOOK\nmore rubbish\nT1  - Two\nER  -\nTY  - BOOK\nER  -\n");
        assertEquals(List.of(1, 4, 7), read.problems().stream().map(problem -> problem.line()).toList());
        assertEquals(1, read.references().size());
    }

    @Test
    void knowsTheFormatByItsFirstLines() throws Exception {
        assertTrue(ReferenceFiles.known(Files.writeString(folder.resolve("export.txt"), "\nTY  - JOUR\nER  -\n")));
    }
}
