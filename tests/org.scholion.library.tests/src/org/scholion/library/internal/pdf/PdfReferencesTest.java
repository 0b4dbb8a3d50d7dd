package org.scholion.library.internal.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.scholion.text.CancelToken;

class PdfReferencesTest {

    private static final String ABSTRACT = "We measured water in pores that are so narrow that nobody had ever measured any in them before, and saw it.";

    @TempDir
    private Path folder;

    private Reference read(PdfBuilder builder) throws Exception {
        return ReferenceFiles.read(builder.save(folder.resolve("a_file.pdf")), CancelToken.NEVER).references().getFirst();
    }

    private static PdfBuilder paper() throws Exception {
        return new PdfBuilder()
                .lines(72, 40, 9, "Journal of Pores 12 (2011) 101-119")
                .lines(72, 80, 18, "Water in Narrow Pores of", "Several Minerals")
                .lines(72, 130, 11, "Gregor Mendel1, Ada van der Berg*, and Jean-Luc O'Brien")
                .lines(72, 145, 9, "1 University of Somewhere")
                .bold(72, 170, 10, "Abstract")
                .lines(72, 184, 10, ABSTRACT.substring(0, 57), ABSTRACT.substring(58))
                .bold(72, 230, 12, "1 Introduction")
                .lines(72, 250, 10, "This is the text of it, which", "goes on for several lines of", "the same size as most, so that", "it is seen to be text.");
    }

    @Test
    void findsTitleAuthorsAndAbstractByTheLookOfTheFirstPage() throws Exception {
        Reference reference = read(paper().lines(72, 700, 8, "https://doi.org/10.5555/ABC.1", "Received 3 May 2010, published 4 March 2011"));
        assertEquals("Water in Narrow Pores of Several Minerals", reference.title());
        assertEquals(List.of(Person.of("Mendel", "Gregor"), Person.of("van der Berg", "Ada"), Person.of("O'Brien", "Jean-Luc")), reference.authors());
        assertEquals("10.5555/abc.1", reference.doi());
        assertEquals(ABSTRACT, reference.abstractText());
        assertEquals(WorkType.ARTICLE, reference.type());
        assertEquals(List.of(folder.resolve("a_file.pdf")), reference.files());
    }

    @Test
    void findsATitleThatIsBoldOnly() throws Exception {
        Reference reference = read(new PdfBuilder()
                .lines(72, 40, 10, "Draft version of today")
                .bold(72, 80, 10, "Water in Narrow Pores")
                .lines(72, 100, 10, "Gregor Mendel", "Text that goes on and", "on and on and on", "to the end."));
        assertEquals("Water in Narrow Pores", reference.title());
        assertEquals(List.of(Person.of("Mendel", "Gregor")), reference.authors());
    }

    @Test
    void believesTheMetadataWhereThePageSaysTheSame() throws Exception {
        Reference reference = read(paper().information("Water in narrow pores of several minerals", "Mendel, Gregor; van der Berg, Ada; O'Brien, Jean-Luc"));
        assertEquals("Water in narrow pores of several minerals", reference.title());
        assertEquals(3, reference.authors().size());
    }

    @Test
    void doesNotBelieveWhatAProgramWroteIntoTheTitle() throws Exception {
        Reference reference = read(paper().information("Microsoft Word - final_v3.doc", "Administrator"));
        assertEquals("Water in Narrow Pores of Several Minerals", reference.title());
        assertEquals(3, reference.authors().size());
    }

    @Test
    void readsTheMetadataOfPublishers() throws Exception {
        Reference reference = read(paper().metadata("""
                <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
                xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><rdf:Description rdf:about="" prism:volume="12">
                <dc:creator><rdf:Seq><rdf:li>Gregor Mendel</rdf:li><rdf:li>Ada van der Berg</rdf:li></rdf:Seq></dc:creator>
                <prism:doi>10.5555/xmp.1</prism:doi><prism:publicationName>Journal of Pores</prism:publicationName>
                <prism:coverDate>2011-03-02</prism:coverDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
                """));
        assertEquals("10.5555/xmp.1", reference.doi());
        assertEquals("Journal of Pores", reference.venue());
        assertEquals("2011-03-02", reference.field(WorkField.DATE));
        assertEquals("12", reference.field(WorkField.VOLUME));
        assertEquals(2, reference.authors().size());
    }

    @Test
    void readsTheStampOfArxiv() throws Exception {
        Reference reference = read(paper().turned("arXiv:2101.00001v2 [cs.CL] 6 Dec 2021"));
        assertEquals("2101.00001", reference.field(WorkField.EPRINT));
        assertEquals(OptionalInt.of(2021), reference.year());
        assertEquals(WorkType.PREPRINT, reference.type());
    }

    @Test
    void readsAFolderAndTheFoldersInIt() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("sub/inner"));
        paper().save(folder.resolve("b.pdf"));
        paper().save(inner.resolve("a.PDF"));
        Files.writeString(folder.resolve("c.pdf"), "broken");
        Files.writeString(folder.resolve("notes.txt"), "nothing");
        new PdfBuilder().lines(72, 100, 10, "a").password("secret").save(folder.resolve("d_locked.pdf"));
        ReadReferences read = ReferenceFiles.read(folder, CancelToken.NEVER);
        assertEquals(List.of("mendel2011water", "d", "mendel2011water-2"), read.references().stream().map(Reference::key).toList());
        assertEquals(List.of("c.pdf", "d_locked.pdf"), read.problems().stream().map(problem -> problem.file().getFileName().toString()).toList());
        assertEquals("d locked", read.references().get(1).title());
    }

    @Test
    void knowsAFolderByItsFiles() throws Exception {
        assertFalse(ReferenceFiles.known(folder));
        Files.writeString(Files.createDirectories(folder.resolve("sub")).resolve("a.pdf"), "");
        assertTrue(ReferenceFiles.known(folder));
    }
}
