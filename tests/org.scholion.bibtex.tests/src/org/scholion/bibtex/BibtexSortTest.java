package org.scholion.bibtex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFormat.Order;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

class BibtexSortTest {

    private static String sorted(String text, Order order) {
        return new TextEdits(BibtexFormat.sort(BibtexParser.parse(text), order).orElseThrow()).applyTo(text);
    }

    @Test
    void entriesMoveAsTheyAreWithTheirCommentsAndGapsStay() {
        String text = """
                % my references

                @misc{b,year=2000,title={B
                  of two lines}} % behind b


                % about a
                @Article(a, title = "A", year = 2001,)
                @string{j = {J}}
                @comment{jabref-meta: x;}
                """;
        assertEquals("""
                % my references

                @string{j = {J}}


                % about a
                @Article(a, title = "A", year = 2001,)
                @misc{b,year=2000,title={B
                  of two lines}} % behind b
                @comment{jabref-meta: x;}
                """, sorted(text, Order.KEY));
    }

    @Test
    void whatOthersReferToStandsLast() {
        String text = "@proceedings{a, title = {P}}\n@misc{c, crossref = {a}}\n@misc{b, title = {B}}\n";
        assertEquals("@misc{b, title = {B}}\n@misc{c, crossref = {a}}\n@proceedings{a, title = {P}}\n", sorted(text, Order.KEY));
    }

    @Test
    void theOrderIsThatOfAuthorsOrYears() {
        String text = "@misc{x, author = {Zed, A.}, year = 2003}\n@misc{y, author = {Abel, B.}, year = 2001}\n";
        assertEquals(List.of("y", "x"), keys(sorted(text, Order.AUTHOR)));
        assertEquals(List.of("x", "y"), keys(sorted(text, Order.YEAR)));
    }

    @Test
    void aSortedFileHasNothingToChange() {
        assertEquals(Optional.of(List.of()), BibtexFormat.sort(BibtexParser.parse("@misc{a, title={A}}\n\n@misc{b}\n"), Order.KEY));
    }

    @Test
    void aFileThatCouldNotBeReadIsNotSorted() {
        assertEquals(Optional.empty(), BibtexFormat.sort(BibtexParser.parse("@misc{b, x = {1}\n\n@misc{a, y = {2}}\n"), Order.KEY));
    }

    @Test
    void severalKeysChangeTogetherAndThoseThatNameThemFollow() {
        String text = "@misc{a, crossref = {b}, related = {c, b}}\n@misc{b}\n@misc{c}\n@misc{c, title = {again}}\n"
                + "@misc{, title = {none}}\n";
        BibtexFile file = BibtexParser.parse(text);
        List<Entry> entries = file.entries();
        List<TextEdit> edits = new BibtexEditor(file)
                .changeKeys(Map.of(entries.get(1), "c", entries.get(2), "b", entries.get(3), "d", entries.get(4), "e"));
        assertEquals(
                "@misc{a, crossref = {c}, related = {b, c}}\n@misc{c}\n@misc{b}\n@misc{d, title = {again}}\n"
                        + "@misc{e, title = {none}}\n",
                new TextEdits(edits).applyTo(text));
    }

    @Test
    void realEntriesStayUnitForUnitAndSortingTwiceIsSortingOnce() throws IOException {
        int moved = 0;
        for (Path path : SampleFiles.bibliographies()) {
            String text = SampleFiles.read(path);
            for (Order order : List.of(Order.KEY, Order.AUTHOR, Order.YEAR)) {
                Optional<List<TextEdit>> edits = BibtexFormat.sort(BibtexParser.parse(text), order);
                if (edits.isPresent()) {
                    String once = new TextEdits(edits.get()).applyTo(text);
                    assertEquals(entries(text), entries(once), path.toString());
                    assertEquals(once, sorted(once, order), path.toString());
                    moved += once.equals(text) ? 0 : 1;
                }
            }
        }
        assertTrue(moved > 10, moved + " files were sorted");
    }

    private static List<String> keys(String text) {
        return BibtexParser.parse(text).entries().stream().map(Entry::key).toList();
    }

    private static List<String> entries(String text) {
        List<String> entries = new ArrayList<>();
        BibtexParser.parse(text).entries().forEach(entry -> entries.add(entry.range().of(text)));
        entries.sort(null);
        return entries;
    }
}
