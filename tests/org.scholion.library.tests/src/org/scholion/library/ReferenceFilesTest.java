package org.scholion.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.text.CancelToken;

class ReferenceFilesTest {

    @TempDir
    private Path folder;

    private Reference read(String entry) throws Exception {
        Path file = Files.writeString(folder.resolve("a.bib"), entry);
        return ReferenceFiles.read(file, CancelToken.NEVER).references().getFirst();
    }

    @Test
    void readsPeopleYearAndVenueOfABibtexEntry() throws Exception {
        Reference reference = read("""
                @article{lowry1951,
                  author = {Lowry, Oliver H. and {ATLAS Collaboration}},
                  title = {Protein {M}easurement with the {F}olin \\"Ol},
                  journal = "J. Biol. Chem.", year = 1951, pages = {265--275}, doi = {https://doi.org/10.1016/S0021-9258(19)52451-6},
                }
                """);
        assertEquals("Protein Measurement with the Folin \u00d6l", reference.title());
        assertEquals(List.of(Person.of("Lowry", "Oliver H."), Person.body("ATLAS Collaboration")), reference.authors());
        assertEquals(OptionalInt.of(1951), reference.year());
        assertEquals("J. Biol. Chem.", reference.venue());
        assertEquals("265-275", reference.field(WorkField.PAGES));
        assertEquals("10.1016/s0021-9258(19)52451-6", reference.doi());
    }

    @Test
    void findsTheDocumentsOfJabRefAndOfZotero() throws Exception {
        Reference reference = read("@misc{a, file = {:papers/a.pdf:PDF;Full Text:b\\:c.pdf:application/pdf}}");
        assertEquals(List.of(folder.resolve("papers/a.pdf"), folder.resolve("b:c.pdf")), reference.files());
    }

    @Test
    void takesAnArticleOfArxivForAPreprint() throws Exception {
        assertEquals(WorkType.PREPRINT, read("@article{a, journal={arXiv preprint arXiv:1706.03762}, year={2017}}").type());
    }

    @Test
    void refusesAFileOfAnUnknownFormat() throws IOException {
        Path file = Files.writeString(folder.resolve("a.xyz"), "nothing");
        LibraryException refused = assertThrows(LibraryException.class, () -> ReferenceFiles.read(file, CancelToken.NEVER));
        assertEquals(true, refused.getMessage().contains(file.toString()), refused.getMessage());
    }
}
