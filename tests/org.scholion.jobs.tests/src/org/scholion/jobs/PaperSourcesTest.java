package org.scholion.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkType;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure;
import org.scholion.text.TextRange;

class PaperSourcesTest {

    @TempDir
    private Path folder;

    private Manuscript paper(String format, BibliographyEntry... entries) {
        Structure structure = new Structure(
                List.of(), List.of(), List.of(), List.of(entries), List.of(), List.of(), List.of(), List.of());
        return new Manuscript(
                new SourceUnit.TextFile(folder.resolve("paper.docx")), format, "en", List.of(), List.of(), structure, List.of(), List.of(),
                Manuscript.Notation.PLAIN);
    }

    private BibliographyEntry entry() {
        SourceRange range = new SourceRange(new SourceUnit.TextFile(folder.resolve("paper.docx")), TextRange.at(0));
        return new BibliographyEntry(
                "smith10", "article-journal", List.of("van der Smith, Ann", "Fruit Board"), "Apples", "May 2010", "Journal of Fruit", range);
    }

    @Test
    void aDocumentIsABibliographyOfWhatItKeeps() {
        assertTrue(PaperSources.keepsOwn(paper("word", entry())));
        Reference reference = PaperSources.own(paper("word", entry())).references().getFirst();
        assertEquals("smith10", reference.key());
        assertEquals(WorkType.ARTICLE, reference.type());
        assertEquals(List.of(Person.of("van der Smith", "Ann"), Person.of("Fruit Board", "")), reference.authors());
        assertEquals(OptionalInt.of(2010), reference.year());
        assertEquals("Journal of Fruit", reference.venue());
    }

    @Test
    void documentsWithoutSourcesAndOtherPapersAreNone() {
        assertFalse(PaperSources.keepsOwn(paper("word")));
        assertFalse(PaperSources.keepsOwn(paper("latex", entry())));
        assertEquals(List.of(), PaperSources.own(paper("latex", entry())).references());
    }

    @Test
    void aBibliographyStandsForItself() {
        assertEquals(List.of(folder.resolve("paper.docx")), PaperSources.named(paper("bibtex")));
        assertEquals(List.of(), PaperSources.named(paper("latex")));
    }

    @Test
    void bibliographiesBesideADocumentCountInTheOrderOfTheirNames() throws IOException {
        Files.writeString(folder.resolve("b.bib"), "");
        Files.writeString(folder.resolve("a.bib"), "");
        Files.writeString(folder.resolve("notes.txt"), "");
        assertEquals(List.of(folder.resolve("a.bib"), folder.resolve("b.bib")), PaperSources.beside(paper("word")));
        assertEquals(List.of(), PaperSources.beside(paper("latex")));
    }
}
