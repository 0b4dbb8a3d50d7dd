package org.scholion.bibtex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

class BibtexEditorTest {

    private static final String ALIGNED = """
            @Article{adams90,
              Author    = "Ann Adams",
              Title     = "On {DNA}",
              Journal   = "J. Bio.",
              Year      = 1990
            }

            @Article{baker91,
              Author    = "Bob Baker",
              Title     = "On {RNA}",
              Journal   = "J. Bio.",
              Year      = 1991
            }

            @Article{cole92,
              Author    = "Cy Cole",
              Title     = "On Cells",
              Journal   = "J. Bio.",
              Year      = 1992
            }

            @Article{egan94,
              Author    = "Ed Egan",
              Title     = "On Membranes",
              Journal   = "J. Bio.",
              Year      = 1994
            }

            @comment{jabref-meta: databaseType:bibtex;}
            """;

    private static BibtexEditor editor(String text) {
        return new BibtexEditor(BibtexParser.parse(text));
    }

    private static String set(String text, String key, String name, BibtexValue value) {
        BibtexFile file = BibtexParser.parse(text);
        return new TextEdits(new BibtexEditor(file).set(file.entry(key).orElseThrow(), name, value)).applyTo(text);
    }

    private static String remove(String text, String key, String name) {
        BibtexFile file = BibtexParser.parse(text);
        return new TextEdits(new BibtexEditor(file).remove(file.entry(key).orElseThrow(), name)).applyTo(text);
    }

    private static String apply(String text, TextEdit edit) {
        return new TextEdits(List.of(edit)).applyTo(text);
    }

    private static NewEntry entry(String key) {
        Map<String, BibtexValue> fields = new LinkedHashMap<>();
        fields.put("year", BibtexValue.latex("1993"));
        fields.put("title", BibtexValue.latex("On {mRNA}"));
        fields.put("author", BibtexValue.latex("Di Dorn"));
        return new NewEntry("article", key, fields);
    }

    @Test
    void writesANewEntryAsTheOthersAreAndAtItsSortedPlace() {
        String added = apply(ALIGNED, editor(ALIGNED).add(entry("dorn93")));
        assertEquals(ALIGNED.replace("@Article{egan94", """
                @Article{dorn93,
                  Author    = "Di Dorn",
                  Title     = "On {mRNA}",
                  Year      = 1993
                }

                @Article{egan94"""), added);
    }

    @Test
    void writesTheLastEntryBeforeTheMetadataOfJabRef() {
        String added = apply(ALIGNED, editor(ALIGNED).add(entry("zorn93")));
        assertTrue(added.indexOf("zorn93") < added.indexOf("jabref-meta"), added);
        assertTrue(added.endsWith("}\n\n@comment{jabref-meta: databaseType:bibtex;}\n"), added);
    }

    @Test
    void keepsTheCommentOfTheFirstEntryWithIt() {
        String text = "% all about b\n@a{b, x = 1}\n@a{c, x = 1}\n@a{d, x = 1}\n@a{e, x = 1}\n";
        assertEquals("@Article{a, year = 1993, title = {On {mRNA}}, author = {Di Dorn}}\n", apply(text, editor(text).add(entry("a")))
                .substring(0, 66).replace("@article", "@Article"));
        assertTrue(apply(text, editor(text).add(entry("a"))).contains("\n% all about b\n@a{b"), apply(text, editor(text).add(entry("a"))));
    }

    @Test
    void writesIntoAnEmptyFile() {
        assertEquals("@article{k,\n  year = {1993},\n  title = {On {mRNA}},\n  author = {Di Dorn},\n}\n", apply("", editor("").add(entry("k"))));
    }

    @Test
    void keepsTheDelimitersOfAValue() {
        assertEquals(ALIGNED.replace("\"Bob Baker\"", "\"Rob Baker\""), set(ALIGNED, "baker91", "author", BibtexValue.latex("Rob Baker")));
        assertEquals(ALIGNED.replace("1992", "1995"), set(ALIGNED, "cole92", "year", BibtexValue.latex("1995")));
        assertEquals(ALIGNED.replace("\"Bob Baker\"", "{B. \"Bob\" Baker}"), set(ALIGNED, "baker91", "author", BibtexValue.latex("B. \"Bob\" Baker")));
    }

    @Test
    void putsANewFieldWhereOthersHaveIt() {
        String text = ALIGNED.replace("  Journal   = \"J. Bio.\",\n  Year      = 1992", "  Year      = 1992");
        assertEquals(ALIGNED, set(text, "cole92", "journal", BibtexValue.latex("J. Bio.")));
        assertEquals(ALIGNED.replace("1992\n", "1992,\n  Note      = \"n\"\n"), set(ALIGNED, "cole92", "note", BibtexValue.latex("n")));
    }

    @Test
    void keepsLineEndsOfWindows() {
        String text = "@a{k,\r\n  title = {x},\r\n}\r\n";
        assertEquals("@a{k,\r\n  title = {x},\r\n  year = {1},\r\n}\r\n", set(text, "k", "year", BibtexValue.latex("1")));
    }

    @Test
    void takesAFieldAwayWithItsLine() {
        assertEquals("@a{k,\n  title = {x},\n}", remove("@a{k,\n  title = {x},\n  note = {y},\n}", "k", "note"));
        assertEquals("@a{k,\n  title = {x}\n}", remove("@a{k,\n  title = {x},\n  note = {y}\n}", "k", "note"));
        assertEquals("@a{k, note = {y}}", remove("@a{k, title = {x}, note = {y}}", "k", "title"));
        assertEquals("@a{k,\n % why\n note = {y}}", remove("@a{k,\n % why\n title = {x},\n note = {y}}", "k", "title"));
    }

    @Test
    void alignedNamesKeepTheirColumn() {
        BibtexFile file = BibtexParser.parse(ALIGNED);
        List<TextEdit> edits = new BibtexEditor(file).rename(file.entries().getFirst(), "journal", "journaltitle");
        assertTrue(new TextEdits(edits).applyTo(ALIGNED).contains("  Journaltitle = \"J. Bio.\""));
        edits = new BibtexEditor(file).rename(file.entries().getFirst(), "journal", "booktitle");
        assertTrue(new TextEdits(edits).applyTo(ALIGNED).contains("  Booktitle = \"J. Bio.\""));
    }

    @Test
    void tellsWhichEntriesNameAKey() {
        String text = "@a{one, crossref = {book}}\n@b{two, xdata = {x, book ,y}}\n@b{book}\n@set{s, entryset = \"one,book\"}\n@a{books, crossref = books}";
        List<BibtexEditor.KeyUse> uses = editor(text).uses("book");
        assertEquals(List.of("one", "two", "s"), uses.stream().map(use -> use.entry().key()).toList());
        assertEquals(List.of("book", "book", "book"), uses.stream().map(use -> use.range().of(text)).toList());
    }

    @Test
    void changesKeyAndType() {
        BibtexFile file = BibtexParser.parse(ALIGNED);
        BibtexEditor editor = new BibtexEditor(file);
        assertEquals(ALIGNED.replace("cole92", "cole1992"), apply(ALIGNED, editor.changeKey(file.entry("cole92").orElseThrow(), "cole1992")));
        assertEquals(ALIGNED.replace("@Article{cole92", "@Book{cole92"), apply(ALIGNED, editor.changeType(file.entry("cole92").orElseThrow(), "book")));
        assertEquals("@a{k, x = {1}}", apply("@a{x = {1}}", editor("@a{x = {1}}").changeKey(BibtexParser.parse("@a{x = {1}}").entries().getFirst(), "k")));
    }

    @Test
    void refusesWhatWouldBreakTheFile() {
        BibtexFile file = BibtexParser.parse(ALIGNED);
        BibtexEditor editor = new BibtexEditor(file);
        BibtexElement.Entry entry = file.entries().getFirst();
        assertThrows(IllegalArgumentException.class, () -> editor.set(entry, "title", BibtexValue.latex("a } b { c")));
        assertThrows(IllegalArgumentException.class, () -> editor.set(entry, "title", BibtexValue.asWritten("{a}, year = {2}")));
        assertThrows(IllegalArgumentException.class, () -> editor.set(entry, "a b", BibtexValue.latex("c")));
        assertThrows(IllegalArgumentException.class, () -> editor.changeKey(entry, "a, b"));
        assertFalse(BibtexEditor.isKey("a b"));
        assertTrue(BibtexEditor.isKey("Müller:2001/x.y-z+1"));
    }
}
