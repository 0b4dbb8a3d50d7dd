package org.scholion.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scholion.bibtex.BibtexEditor;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexFlavour;
import org.scholion.bibtex.BibtexFormat;
import org.scholion.bibtex.BibtexHabits;
import org.scholion.bibtex.BibtexParser;
import org.scholion.bibtex.BibtexValue;
import org.scholion.bibtex.LatexValue;
import org.scholion.bibtex.NewEntry;
import org.scholion.library.edit.BibtexChecks;
import org.scholion.library.edit.BibtexFinding;
import org.scholion.library.edit.FreeTextReference;
import org.scholion.library.edit.MergeProposal;
import org.scholion.library.edit.ReferenceEntries;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

/** Broken bibliographies and pasted text: no exception, no hang, edits that can be made, and entries that are read again. */
class BibtexFuzzTest {

    private static final int RUNS = Integer.getInteger("scholion.fuzz.runs", 400);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String BUILT_IN = """
            % header
            @string{jan2 = "January"}
            @Article{knuth84,
              author  = {Donald E. Knuth and {\\'E}va M{\\"u}ller and others},
              title   = "Literate {P}rogramming & 5% of $x_1$",
              journal = {The Computer Journal} # { (old)}, % note
              year    = 1984, month = jan2, doi = {https://doi.org/10.1093/comjnl/27.2.97}, pages = {97-111},
              crossref = {p}
            }
            @inproceedings(a, title={x}, booktitle={y}, author={A, B, C, D; E}, isbn = {0-201-89683-5})
            @proceedings{p, title = {P}, year = {in press}}
            @comment{jabref-meta: databaseType:bibtex;}
            """;
    private static final List<String> PRINTED = List.of(
            "[12] Kucsko, G., & Maurer, P. C. (2013). Nanometre-scale thermometry in a cell. Nature, 500(7460), 54–58. https://doi.org/10.1038/nature12373",
            "G. Kucsko and P. C. van der Maurer, “Thermometry: a view,” in Proc. Conf. on X, vol. 500, no. 7460, pp. 54–58, 2013.",
            "Kucsko G, Maurer PC, et al. Nanometre-scale thermometry. Nature. 2013;500(7460):54-58. arXiv:1304.1068v2",
            "Doe, J. A Thesis on Things. PhD thesis, University of Somewhere, 1999. Available at: http://example.org/a_b");

    @Test
    void brokenBibliographiesCanBeCheckedAndChanged() throws Exception {
        long seed = Long.getLong("scholion.seed", System.nanoTime());
        System.out.println("scholion.seed=" + seed + " scholion.fuzz.runs=" + RUNS);
        List<String> texts = texts();
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            long own = random.nextLong();
            String text = new Mutations(own).mutate(texts.get(random.nextInt(texts.size())));
            String name = "seed " + seed + ", run " + run;
            assertTimeoutPreemptively(LIMIT, () -> change(text, new Random(own), name), name);
        }
    }

    @Test
    void brokenLinesOfBibliographiesAreReadAndWritten() {
        long seed = Long.getLong("scholion.seed", System.nanoTime());
        System.out.println("scholion.seed=" + seed + " scholion.fuzz.runs=" + RUNS);
        Random random = new Random(seed);
        for (int run = 0; run < RUNS * 5; run++) {
            String line = new Mutations(random.nextLong()).mutate(PRINTED.get(random.nextInt(PRINTED.size())));
            String name = "seed " + seed + ", run " + run + ": " + line;
            assertTimeoutPreemptively(LIMIT, () -> line(line, name), name);
        }
    }

    private static void line(String line, String name) {
        FreeTextReference read = FreeTextReference.parse(line);
        assertTrue(read.confidence().values().stream().allMatch(sure -> sure >= 0 && sure <= 1), name);
        String key = BibtexEditor.isKey(read.reference().key()) ? read.reference().key() : "k";
        for (BibtexFlavour flavour : BibtexFlavour.values()) {
            NewEntry entry = ReferenceEntries.of(read.reference().change().key(key).build(), flavour);
            String written = new BibtexEditor(BibtexParser.parse("")).written(entry);
            BibtexFile file = BibtexParser.parse(written);
            assertEquals(1, file.entries().size(), name);
            assertEquals(entry.fields().keySet(), Map.copyOf(file.values(file.entries().getFirst())).keySet(), name);
        }
    }

    private static void change(String text, Random random, String name) throws Exception {
        BibtexFile file = BibtexParser.parse(text);
        BibtexEditor editor = new BibtexEditor(file);
        NewEntry entry = new NewEntry("misc", "new-key", Map.of("title", BibtexValue.latex(LatexValue.of("A & B", LatexValue.Accents.GROUPED))));
        apply(text, List.of(editor.add(entry)), name);
        if (!file.entries().isEmpty()) {
            Entry one = file.entries().get(random.nextInt(file.entries().size()));
            String title = one.field("title").map(field -> field.value()).orElse("");
            String like = LatexValue.like("New words on " + line(title), title, LatexValue.Accents.BRACED);
            BibtexFile changed = apply(text, editor.set(one, "title", BibtexValue.latex(balanced(like) ? like : "x")), name);
            if (one.complete()) {
                assertEquals(file.entries().size(), changed.entries().size(), name);
            }
            apply(text, editor.set(one, "zzz", BibtexValue.latex("new")), name);
            apply(text, editor.remove(one, "year"), name);
            apply(text, editor.rename(one, "journal", "booktitle"), name);
            apply(text, List.of(editor.changeKey(one, "another")), name);
            apply(text, List.of(editor.delete(one)), name);
            Entry other = file.entries().get(random.nextInt(file.entries().size()));
            if (one != other && one.complete() && other.complete()) {
                apply(text, MergeProposal.of(file, one, other).edits(), name);
            }
        }
        apply(text, new BibtexFormat(BibtexFormat.Order.AUTHOR, BibtexFormat.FieldOrder.USUAL, " ", true, 1).edits(file), name);
        for (BibtexFinding finding : BibtexChecks.check(file, 2026, CancelToken.NEVER)) {
            assertTrue(finding.range().end() <= text.length() && !finding.message().isBlank(), name);
            for (BibtexFinding.Replacement replacement : finding.replacements()) {
                apply(text, replacement.edits(), name);
            }
        }
        BibtexHabits.of(file);
    }

    private static String line(String latex) {
        return org.scholion.bibtex.PlainValue.of(latex);
    }

    private static boolean balanced(String latex) {
        BibtexFile read = BibtexParser.parse("@a{k, x = {" + latex.replaceAll("[\\r\\n]+\\s*", " ") + "}}");
        return read.entries().size() == 1 && read.problems().isEmpty() && !latex.contains("@");
    }

    private static BibtexFile apply(String text, List<TextEdit> edits, String name) {
        try {
            return BibtexParser.parse(new TextEdits(edits).applyTo(text));
        } catch (RuntimeException e) {
            throw new AssertionError(name, e);
        }
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(List.of(BUILT_IN));
        String set = System.getProperty("scholion.data");
        Path data = set == null ? Path.of(System.getProperty("scholion.root", "../..")).resolve("../shared/data") : Path.of(set);
        for (String folder : List.of("bib-dev", "latex-dev")) {
            Path path = data.resolve(folder);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".bib")).sorted().toList()) {
                        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                        texts.add(text.substring(0, Math.min(text.length(), 12_000)));
                    }
                }
            }
        }
        return texts;
    }
}
