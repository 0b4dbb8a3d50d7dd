package org.scholion.library.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.edit.FreeTextReference.Part;

class FreeTextReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "Kucsko, G., & Maurer, P. C. (2013). Nanometre-scale thermometry in a living cell. Nature, 500(7460), 54–58. https://doi.org/10.1038/nature12373",
        "[3] G. Kucsko and P. C. Maurer, “Nanometre-scale thermometry in a living cell,” Nature, vol. 500, no. 7460, pp. 54–58, 2013. doi: 10.1038/nature12373.",
        "4. Kucsko G, Maurer PC. Nanometre-scale thermometry in a living cell. Nature. 2013;500(7460):54-58. doi:10.1038/nature12373",
        "Kucsko, G., and P. C. Maurer. \"Nanometre-scale thermometry in a living cell.\" Nature 500, no. 7460 (2013): 54-58. doi:10.1038/nature12373.",
        "G. Kucsko and P. C. Maurer. 2013. Nanometre-scale thermometry in a living cell. Nature 500, 7460 (2013), 54–58. https://doi.org/10.1038/nature12373"})
    void readsTheKnownStyles(String text) {
        FreeTextReference read = FreeTextReference.parse(text);
        Reference reference = read.reference();
        assertEquals(List.of("Kucsko, G.", "Maurer, P. C."), reference.authors().stream().map(person -> person.display()).toList());
        assertEquals("Nanometre-scale thermometry in a living cell", reference.title());
        assertEquals(OptionalInt.of(2013), reference.year());
        assertEquals("Nature", reference.venue());
        assertEquals("500", reference.field(WorkField.VOLUME));
        assertEquals("7460", reference.field(WorkField.ISSUE));
        assertEquals("54-58", reference.field(WorkField.PAGES));
        assertEquals("10.1038/nature12373", reference.doi());
        assertEquals("Kucsko2013", reference.key());
        assertEquals(List.of(), read.problems());
    }

    @Test
    void readsTheStyleOfNature() {
        Reference reference = FreeTextReference.parse("12. van der Berg, J. M., Li, X. & Doe, J. A title of sorts. J. Chem. Phys. 12, 45–67 (2013).").reference();
        assertEquals(List.of("van der Berg, J. M.", "Li, X.", "Doe, J."), reference.authors().stream().map(person -> person.display()).toList());
        assertEquals("A title of sorts", reference.title());
        assertEquals("J. Chem. Phys.", reference.venue());
    }

    @Test
    void readsAPreprintAndSaysWhatIsMissing() {
        FreeTextReference read = FreeTextReference.parse("Vaswani A. et al. (2017). Attention is all you need. arXiv:1706.03762");
        assertEquals(WorkType.PREPRINT, read.reference().type());
        assertEquals("1706.03762", read.reference().field(WorkField.EPRINT));
        assertEquals(1, read.problems().size(), read.problems()::toString);
    }

    @Test
    void saysWhatItCouldNotFind() {
        FreeTextReference read = FreeTextReference.parse("");
        assertEquals(4, read.problems().size(), read.problems()::toString);
        assertTrue(FreeTextReference.parse("nothing to be seen here").confidence().getOrDefault(Part.TITLE, 0.0) < 0.5);
    }

    @Test
    void readsWhatThePapersCiteInTheKnownStyles() throws Exception {
        List<Reference> articles = new ArrayList<>();
        for (Reference reference : SampleBibliographies.references()) {
            boolean whole = reference.type() == WorkType.ARTICLE && reference.year().isPresent() && !reference.authors().isEmpty() && !reference.title().isEmpty()
                    && !reference.venue().isEmpty() && reference.field(WorkField.VOLUME).matches("\\d+") && reference.field(WorkField.PAGES).matches("\\d+-+\\d+")
                    && reference.authors().stream().noneMatch(person -> person.body() || person.given().isEmpty());
            if (whole) {
                articles.add(reference);
            }
        }
        Map<String, int[]> right = new TreeMap<>();
        for (PrintedStyle style : PrintedStyle.values()) {
            for (Reference article : articles) {
                Reference read = FreeTextReference.parse(style.print(article)).reference();
                count(right, style, "authors", families(article).equals(families(read)));
                count(right, style, "title", same(article.title(), read.title()));
                count(right, style, "year", article.year().equals(read.year()));
                count(right, style, "venue", same(article.venue(), read.venue()));
                count(right, style, "volume", article.field(WorkField.VOLUME).equals(read.field(WorkField.VOLUME)));
                count(right, style, "pages", article.field(WorkField.PAGES).replaceAll("-+", "-").equals(read.field(WorkField.PAGES)));
            }
        }
        right.forEach((name, counts) -> System.out.printf(Locale.ROOT, "%s: %.3f of %d%n", name, (double) counts[0] / counts[1], counts[1]));
        right.forEach((name, counts) -> assertTrue(counts[0] > counts[1] * 0.8, name));
    }

    private static void count(Map<String, int[]> right, PrintedStyle style, String field, boolean value) {
        int[] counts = right.computeIfAbsent(style + " " + field, key -> new int[2]);
        counts[0] += value ? 1 : 0;
        counts[1]++;
    }

    private static List<String> families(Reference reference) {
        return reference.authors().stream().map(person -> person.family().toLowerCase(Locale.ROOT)).toList();
    }

    private static boolean same(String a, String b) {
        return a.replaceAll("[^\\p{L}\\p{N}]", "").equalsIgnoreCase(b.replaceAll("[^\\p{L}\\p{N}]", ""));
    }
}
