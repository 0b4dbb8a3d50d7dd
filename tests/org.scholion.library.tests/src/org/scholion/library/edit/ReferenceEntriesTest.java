package org.scholion.library.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.bibtex.BibtexEditor;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexFlavour;
import org.scholion.bibtex.BibtexParser;
import org.scholion.bibtex.NewEntry;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdits;

class ReferenceEntriesTest {

    private static final long SEED = Long.getLong("scholion.seed", System.nanoTime());
    private static final BibtexFile EMPTY = BibtexParser.parse("");

    @TempDir
    private Path folder;

    private static Reference article() {
        return new Reference.Builder("jumper2021").type(WorkType.ARTICLE).title("Highly accurate protein structure with AlphaFold & DNA")
                .author(Person.of("Žídek", "Augustin")).author(Person.of("van der Berg", "J.")).author(Person.body("DeepMind and Friends"))
                .author(new Person("King", "Martin", "Jr.", false))
                .year(2021).venue("Nature").doi("10.1038/s41586_021").field(WorkField.DATE, "2021-07-15").field(WorkField.PAGES, "583-589")
                .field(WorkField.VOLUME, "596").field(WorkField.URL, "https://x.org/a_b%20c").build();
    }

    @Test
    void writesBibtex() {
        assertEquals("""
                @article{jumper2021,
                  author = {{\\v Z}{\\'\\i}dek, Augustin and van der Berg, J. and {DeepMind and Friends} and King, Jr., Martin},
                  title = {Highly accurate protein structure with {AlphaFold} \\& {DNA}},
                  journal = {Nature},
                  volume = {596},
                  pages = {583--589},
                  year = {2021},
                  month = jul,
                  doi = {10.1038/s41586_021},
                  url = {https://x.org/a_b%20c},
                }""", new BibtexEditor(EMPTY).written(ReferenceEntries.of(article(), BibtexFlavour.BIBTEX)));
    }

    @Test
    void writesBiblatex() {
        String written = new BibtexEditor(EMPTY).written(ReferenceEntries.of(article(), BibtexFlavour.BIBLATEX));
        assertTrue(written.contains("journaltitle = {Nature}") && written.contains("date = {2021-07-15}") && written.contains("{Žídek, Augustin"), written);
    }

    @Test
    void whatIsWrittenIsReadAsTheSameReference() throws Exception {
        check(article().change().key("own").build(), BibtexFlavour.BIBTEX);
        check(article().change().key("own").build(), BibtexFlavour.BIBLATEX);
    }

    @Test
    void theReferencesOfRealFilesComeBack() throws Exception {
        System.out.println("scholion.seed=" + SEED);
        List<Reference> references = SampleBibliographies.references();
        Random random = new Random(SEED);
        for (BibtexFlavour flavour : BibtexFlavour.values()) {
            for (int i = 0; i < 600; i++) {
                check(references.get(random.nextInt(references.size())), flavour);
            }
        }
    }

    private void check(Reference whole, BibtexFlavour flavour) throws Exception {
        if (!BibtexEditor.isKey(whole.key())) {
            return;
        }
        NewEntry entry = ReferenceEntries.of(whole, flavour);
        String text = new TextEdits(List.of(new BibtexEditor(EMPTY).add(entry))).applyTo("");
        Path file = Files.writeString(folder.resolve("a.bib"), text);
        Reference read = ReferenceFiles.read(file, CancelToken.NEVER).references().getFirst();
        assertEquals(comparable(whole), comparable(read), "seed " + SEED + ": " + text);
    }

    /** What an entry can say: see {@link ReferenceEntries#of}. */
    private static String comparable(Reference reference) {
        Reference.Builder builder = reference.change().type(WorkType.OTHER);
        for (WorkField field : List.of(WorkField.SOURCE_TYPE, WorkField.DATE, WorkField.PUBLISHER, WorkField.SERIES)) {
            builder.field(field, "");
        }
        Reference same = builder.field(WorkField.PAGES, reference.field(WorkField.PAGES).replaceAll("[^\\p{L}\\p{N}]+", "-")).build();
        String text = same.key() + same.title() + same.authors() + same.editors() + same.year() + same.abstractText() + same.doi()
                + new java.util.TreeMap<>(same.fields()) + same.venue();
        return text.replace('’', '\'').replaceAll("\\s+", " ").replace('\u2010', '-').replace('\u2011', '-');
    }
}
